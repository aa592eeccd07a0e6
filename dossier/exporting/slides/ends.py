"""The first slide and the last: what this is, and all that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dossier.dates.words import date_words
from dossier.exporting.briefing.colors import (
    ACCENT,
    MUTED,
)
from dossier.exporting.briefing.lines import one_line
from dossier.exporting.briefing.told import Asked, Told, documents_of, full_document_words
from dossier.exporting.slides.look import (
    FOOT,
    LEADING,
    LEAST,
    LEAST_SOURCE,
    LEFT,
    RIGHT,
    RULE,
    TOP,
    Line,
    Run,
    line,
)
from dossier.exporting.slides.measure import height, longest_fit
from dossier.exporting.slides.shapes import add_rule, add_table, add_text, set_title
from dossier.exporting.slides.step_slide import add_source
from dossier.model import Document, Dossier
from dossier.views.document_words import kind_words

_WIDE = RIGHT - LEFT
_COLUMNS = (0.4, 0.36, 0.24)
_SIZES = (20.0, 18.0, 16.0, 14.0, 13.0, LEAST_SOURCE)
_CELL = 9.0  # the margins of a cell, across
_ROW = 8.0  # and above and below
HEAD = ("Document", "Publisher and kind", "Date")
NONE = "No document is quoted in this briefing."


def add_opening(slide: Any, dossier: Dossier, asked: Asked, steps: Sequence[Told]) -> None:
    """Draw the title slide: the briefing, the dossier it is from, and in one line what that is."""
    documents = documents_of(dossier, steps)
    about = line(one_line(dossier.about.title), size=24, color=MUTED)
    title = _fitted(one_line(asked.label), 56, 30, 190)
    y = 150.0
    add_rule(slide, (LEFT, y, 96, RULE), ACCENT)
    y += 22
    set_title(slide, (LEFT, y, _WIDE, height([title], _WIDE)), [title])
    y += height([title], _WIDE) + 8
    tall = min(height([about], _WIDE), 90)
    add_text(slide, (LEFT, y, _WIDE, tall), [about])
    y += tall + 22
    words = one_line(dossier.about.description)
    said = longest_fit(words, Run("", LEAST), _WIDE * 0.84, FOOT - y - 8)
    add_text(slide, (LEFT, y, _WIDE * 0.84, FOOT - y - 8), [line(said)])
    rests = f"Rests on {_counted(len(documents))}, all named on the last slide"
    add_source(slide, [rests], _link(asked), "")
    slide.notes_slide.notes_text_frame.text = "\n".join(
        [words, *(f"{each.number}. {each.heading}" for each in steps)]
    )


def add_sources(slide: Any, dossier: Dossier, asked: Asked, steps: Sequence[Told]) -> int:
    """Draw all sources as a table; give how many had no room and stand only in the notes."""
    documents = documents_of(dossier, steps)
    heading = line("Sources", size=38, serif=True, bold=True)
    set_title(slide, (LEFT, TOP, _WIDE, height([heading], _WIDE)), [heading])
    y = TOP + height([heading], _WIDE) + 14
    widths = [_WIDE * each for each in _COLUMNS]
    size, shown = _table_size(documents, widths, FOOT - y - 8)
    if shown:
        rows = [_head(size), *(_row(each, size) for each in documents[:shown])]
        add_table(slide, (LEFT, y, _WIDE, 20), widths, rows)
    else:
        add_text(slide, (LEFT, y, _WIDE, 60), [line(NONE)])
    rest = len(documents) - shown
    more = f"; {rest} more in the notes" if rest else ""
    named = one_line(f"{dossier.about.title}: {_counted(len(documents))}{more}")
    add_source(slide, [named], _link(asked), "")
    slide.notes_slide.notes_text_frame.text = "\n\n".join(
        full_document_words(each) for each in documents
    )
    return rest


def _table_size(
    documents: Sequence[Document], widths: Sequence[float], room: float
) -> tuple[float, int]:
    """Give the largest type with which all documents fit, else how many do at the smallest."""
    for size in _SIZES:
        if _tall(documents, widths, size) <= room:
            return size, len(documents)
    count = len(documents)
    while count and _tall(documents[:count], widths, _SIZES[-1]) > room:
        count -= 1
    return _SIZES[-1], count


def _tall(documents: Sequence[Document], widths: Sequence[float], size: float) -> float:
    rows = [_head(size), *(_row(each, size) for each in documents)]
    return sum(
        max(height([cell], wide - _CELL) for cell, wide in zip(row, widths, strict=True)) + _ROW
        for row in rows
    )


def _head(size: float) -> list[Line]:
    return [line(word, size=size, color=MUTED, bold=True) for word in HEAD]


def _row(document: Document, size: float) -> list[Line]:
    kind = kind_words(document)
    who = ", ".join(filter(None, (document.publisher, kind)))
    when = date_words(document.published) if document.published else "no date known"
    return [
        line(one_line(document.title.rstrip(" ,") or document.document_id), size=size, serif=True),
        line(one_line(who), size=size),
        line(one_line(when), size=size),
    ]


def _fitted(text: str, largest: float, least: float, room: float) -> Line:
    size = largest
    while size > least and height([line(text, size=size, serif=True, bold=True)], _WIDE) > room:
        size -= 2
    cut = longest_fit(text, Run("", size, serif=True), _WIDE, room + size * LEADING / 2)
    return line(cut, size=size, serif=True, bold=True)


def _counted(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"


def _link(asked: Asked) -> str:
    return asked.link(f"/briefing?briefing={asked.name}" if asked.name else "/briefing")
