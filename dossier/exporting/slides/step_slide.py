"""The slide of one step: when, its heading, the exact words large, who says them, and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dossier.exporting.briefing.colors import (
    LINE,
    LINK,
    MUTED,
    lane,
)
from dossier.exporting.briefing.told import Told, title_and_date
from dossier.exporting.slides.fitting import Column, Fitted, fit
from dossier.exporting.slides.look import (
    FOOT,
    HEADINGS,
    HEIGHT,
    LEADING,
    LEAST,
    LEAST_SOURCE,
    LEFT,
    RIGHT,
    RULE,
    SOURCE,
    TOP,
    Line,
    Run,
    line,
)
from dossier.exporting.slides.measure import height, line_count, longest_fit, width
from dossier.exporting.slides.shapes import add_chart, add_rule, add_text, set_title
from dossier.exporting.slides.strip import Strip, add_strip
from dossier.model import Dossier

_WIDE = RIGHT - LEFT
_PLACE = 76.0  # room for "10 of 10"
_DOT = "  ·  "
_LONGEST_LINK = 90
NO_SOURCE = "No passage of this dossier is quoted here"


def add_step(
    slide: Any, dossier: Dossier, told: Told, of: int, strip: Strip | None
) -> tuple[str, ...]:
    """Draw a step and its notes; give what had no room and stands only in the notes."""
    y = _add_head(slide, told)
    foot = FOOT - (strip.tall if strip else 0) - 8
    fitted = fit(told, foot - y)
    for column in fitted.columns:
        _add_column(slide, column, y, foot, told)
    if told.when:
        add_rule(slide, (LEFT, y, RULE, _tallest(fitted.columns[:1])), lane(told.color))
    if strip:
        add_strip(slide, strip, told, of)
    titles = [title_and_date(dossier, each) for each in told.documents]
    add_source(slide, titles or [NO_SOURCE], told.link, f"{told.number} of {of}")
    slide.notes_slide.notes_text_frame.text = notes_words(told, fitted)
    return fitted.left_out


def _add_head(slide: Any, told: Told) -> float:
    """Write date and heading; give where the body begins."""
    y = TOP
    if told.when:
        tags = f"  ·  {told.tags}" if told.tags else ""
        when = Line((Run(told.when, color=lane(told.color), bold=True), Run(tags, color=MUTED)))
        tall = height([when], _WIDE)
        add_text(slide, (LEFT, y, _WIDE, tall), [when])
        y += tall + 2
    heading = _heading(told.heading)
    tall = height([heading], _WIDE)
    set_title(slide, (LEFT, y, _WIDE, tall), [heading])
    return y + tall + 18


def _heading(text: str) -> Line:
    """Give the heading as large as it fits into two lines; a longer one is cut at three."""
    for size in HEADINGS:
        made = line(text, size=size, serif=True, bold=True)
        if line_count(made, _WIDE) <= 2:
            return made
    cut = longest_fit(text, Run("", HEADINGS[-1], serif=True), _WIDE, 3 * HEADINGS[-1] * LEADING)
    return line(cut, size=HEADINGS[-1], serif=True, bold=True)


def _add_column(slide: Any, column: Column, y: float, foot: float, told: Told) -> None:
    tall = column.text_height
    if column.lines:
        add_text(slide, (column.x, y, column.width, tall), column.lines)
    if column.chart and told.counts:
        room = min(foot - y - tall, 60.0 + 62 * len(told.counts.bars))
        place = (column.x, y + tall, column.width, room)
        add_chart(slide, place, told.counts, lane(told.color))


def _tallest(columns: Sequence[Column]) -> float:
    return max((each.text_height for each in columns), default=0.0) or LEAST


def add_source(slide: Any, titles: Sequence[str], link: str, place: str) -> None:
    """Write the source line: a short link, documents with their dates, and the slide's place."""
    add_rule(slide, (LEFT, FOOT + 2, _WIDE, 0.75), LINE)
    right = line(place, size=SOURCE, color=MUTED)
    add_text(slide, (RIGHT - _PLACE, FOOT + 8, _PLACE, SOURCE * LEADING), [right])
    room = _WIDE - _PLACE - 14
    add_text(slide, (LEFT, FOOT + 8, room, HEIGHT - FOOT - 10), [_source(titles, link, room)])


def _source(titles: Sequence[str], link: str, room: float) -> Line:
    """Give link and titles in two lines; where all are too long, the first of them."""
    whole = [(size, "; ".join(titles)) for size in (SOURCE, LEAST_SOURCE)]
    fewer = [
        (LEAST_SOURCE, f"{'; '.join(titles[:-rest])}; and {rest} more")
        for rest in range(1, len(titles))
    ]
    for size, words in (*whole, *fewer):
        made = _source_line(words, link, size)
        if line_count(made, room) <= 2:
            return made
    run = Run("", LEAST_SOURCE)
    spare = max(2 * room - width(f"{link}{_DOT}", run), room) - 80
    return _source_line(longest_fit(titles[0], run, spare, run.size * LEADING), link, run.size)


def _source_line(words: str, link: str, size: float) -> Line:
    shown = link if len(link) <= _LONGEST_LINK else f"{link[:_LONGEST_LINK]}…"
    address = Run(shown, size, LINK, link=link if "://" in link else "")
    dot = Run(_DOT, size, MUTED)
    return Line((*((address, dot) if link else ()), Run(words, size, MUTED)))


def notes_words(told: Told, fitted: Fitted) -> str:
    """Give the speaker's notes, then every passage with its source."""
    blocks = [told.notes] if told.notes else []
    if fitted.left_out:
        blocks.append(f"Not on the slide: {', '.join(fitted.left_out)}.")
    if told.topic:
        blocks.append(f"Compare: {told.topic} ({told.relation}).")
    blocks += [f"{each.value}: {each.label}" if each.label else each.value for each in told.numbers]
    blocks += [f"A sum an editor would run. {each}" for each in told.sums]
    blocks += told.citations
    return "\n\n".join([*blocks, told.link] if told.link else blocks)
