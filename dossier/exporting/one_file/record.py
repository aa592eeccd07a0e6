"""Record: every event by date, in full, as the text that needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier.dates.words import date_words
from dossier.exporting.linked import linked
from dossier.exporting.one_file.pieces import address, facts, passage, place, screen
from dossier.exporting.voices import attribution
from dossier.markup import Markup, markup
from dossier.model import Comparison, Dossier, Event, Figure
from dossier.sums.figure_words import figure_words
from dossier.views.event_view import RELATIONS, basis_line, fact_lines
from dossier.views.list_view import start_words
from dossier.views.marks import all_marks

WORDS = "Every event by date: what is claimed, by whom, in which words, and how sure the date is."


def record_screen(dossier: Dossier) -> Markup:
    """All events, grouped by the year they begin in."""
    pairs = zip(all_marks(dossier), dossier.each("events"), strict=True)
    years = [
        markup(
            "section",
            markup("h3", year),
            *(_event(dossier, event) for _, event in events),
            class_="year",
        )
        for year, events in groupby(pairs, key=lambda pair: start_words(pair[0]))
    ]
    nothing = None if years else markup("p", "This dossier holds no events.")
    return screen("text", "Every event, by date", WORDS, nothing, *years)


def _event(dossier: Dossier, event: Event) -> Markup:
    excerpts = linked(dossier).excerpts_of(event.event_id)
    return markup(
        "article",
        markup("p", date_words(event.date), class_="when"),
        markup("h4", event.title),
        markup("p", basis_line(event), class_="basis"),
        markup("p", event.summary, class_="summary") if event.summary else None,
        markup("p", f"{attribution(dossier, event)}.", class_="said"),
        facts(fact_lines(dossier, event)),
        *(passage(dossier, each) for each in excerpts),
        _beside(dossier, event),
        id=place("event", event.event_id),
        class_="event",
    )


def _beside(dossier: Dossier, event: Event) -> Markup | None:
    """The numbers and comparisons that an event's passages take part in, a line each."""
    lines = list(_lines(dossier, event))
    return markup("ul", *lines, class_="beside") if lines else None


def _lines(dossier: Dossier, event: Event) -> Iterator[Markup]:
    for figure in linked(dossier).figures_of(event.event_id):
        yield _figure(figure)
    for comparison in linked(dossier).comparisons_of(event.event_id):
        yield _comparison(comparison)


def _figure(figure: Figure) -> Markup:
    label = figure.label if figure.value is not None else ""
    said = ", ".join(
        part for part in (label, date_words(figure.period) if figure.period else "") if part
    )
    return markup("li", markup("b", figure_words(figure)), f" {said}" if said else None)


def _comparison(comparison: Comparison) -> Markup:
    kind = RELATIONS.get(comparison.relation, "differ")
    return markup(
        "li",
        markup("span", comparison.relation or "compare", class_=f"relation {kind}"),
        ": ",
        markup("a", comparison.topic, href=address("topic", comparison.comparison_id)),
    )
