"""One step of a briefing as plain data: what the screen, the slides and the handout show."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dossier.dates.words import date_words
from dossier.model import BriefingStep, Dossier, Event, Figure
from dossier.resting.doubts import doubt_words, figure_doubts, step_doubts
from dossier.sums.figure_words import figure_words
from dossier.views.bars import bar_of, scale_ticks
from dossier.views.marks import bounds, theme_colors
from dossier.views.passage import passage_data
from dossier.views.step_chart import step_plan
from dossier.views.step_sums import step_sums, sum_data
from dossier.views.telling import Telling, telling, topic_words

Data = dict[str, Any]

STATUS = {"announced": "announced", "claimed": "claimed", "ongoing": "ongoing then"}
BASIS = {"derived": "date derived", "inferred": "date inferred"}
RELATIONS = {"agree": "agree", "contradict": "contradict"}


def step_data(dossier: Dossier, step: BriefingStep) -> Data:
    """One step: its heading and notes, and of its event what `telling` chose."""
    event = dossier.event(step.event_id) if step.event_id else None
    words = {"heading": step.heading, "notes": step.speaker_notes, "event": ""}
    if event is None:
        nothing: Data = {"passages": [], "figures": [], "scale": [], "sums": [], "other": None}
        return {**words, "doubts": [], "when": "", "tags": [], **nothing}
    shown = telling(dossier, event, step.heading)
    topic = topic_words(step.heading) | topic_words(event.title)
    return {
        **words,
        "doubts": doubt_words(step_doubts(dossier, step)),
        "event": event.event_id,
        "heading": step.heading or event.title,
        "when": date_words(event.date),
        "tags": tags_of(event),
        "color": theme_colors(dossier).get(event.theme, 0),
        "theme": dossier.theme_label(event.theme),
        "summary": "" if shown.passages else event.summary,
        "passages": [passage_data(dossier, each) for each in shown.passages],
        **figures_data(dossier, shown),
        "sums": [sum_data(each) for each in step_sums(dossier, shown, topic)],
        "other": other_data(dossier, shown),
        "mark": mark_data(event),
    }


def tags_of(event: Event) -> list[str]:
    """What a date and a title alone would overstate: how it is dated, and whether it happened."""
    return [words for words in (STATUS.get(event.status), BASIS.get(event.date_basis)) if words]


def figures_data(dossier: Dossier, shown: Telling) -> Data:
    """The figures in words, each with its bar where the step has a chart, and the chart's scale."""
    plan = step_plan(dossier, shown.figures)
    if plan is None:
        return {"figures": [figure_data(dossier, each) for each in shown.figures], "scale": []}
    drawn = {row.figure.figure_id: row for row in plan.rows}
    rest = [each for each in shown.figures if each.figure_id not in drawn]
    bars = [
        {**figure_data(dossier, row.figure), "bar": asdict(bar_of(row, plan))} for row in plan.rows
    ]
    scale = [[round(part, 4), words] for part, words in scale_ticks(plan)]
    return {"figures": [*bars, *(figure_data(dossier, each) for each in rest)], "scale": scale}


def figure_data(dossier: Dossier, figure: Figure) -> Data:
    """A figure in words, with what it counts and when."""
    period = date_words(figure.period) if figure.period else ""
    doubt = " ".join(doubt_words(figure_doubts(dossier, figure)))
    value = figure_words(figure)
    return {"value": value, "label": figure.label, "period": period, "doubt": doubt}


def other_data(dossier: Dossier, shown: Telling) -> Data | None:
    """The other side: on which topic, how the voices relate, and their words."""
    if shown.comparison is None:
        return None
    return {
        "topic": shown.comparison.topic,
        "relation": shown.comparison.relation,
        "relationClass": RELATIONS.get(shown.comparison.relation, "differ"),
        "voices": [passage_data(dossier, each) for each in shown.voices],
    }


def mark_data(event: Event) -> Data:
    """The event's mark on the strip, as honest as on the timeline."""
    return {
        **bounds(event.date),
        "basis": event.date_basis or "stated",
        "rank": event.importance,
        "status": event.status,
    }
