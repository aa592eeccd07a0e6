"""Fitting: what of a step stands on its slide, and how large, so that nothing runs over.

Words come first, size second: the type is stepped down to `LEAST`, and only then is something left
to the notes: the second of the other voices, the second passage, the number, the words of the
other side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.exporting.briefing.colors import (
    ACCENT,
    GOOD,
    MUTED,
    lane,
)
from dossier.exporting.briefing.told import Number, Said, Told
from dossier.exporting.slides.look import (
    GAP,
    INDENT,
    LEAST,
    LEFT,
    NUMBERS,
    QUOTES,
    RIGHT,
    Line,
    Run,
    line,
)
from dossier.exporting.slides.measure import height, longest_fit

CHART = 128.0  # the least height of a chart
IN_NOTES = "Their words are in the notes."
CUT = "words cut for want of room; they stand whole in the notes"
_RELATIONS = {"agree": GOOD, "contradict": ACCENT}
_SHARES = (0.58, 0.5, 0.66, 0.42)  # of the left column
_BESIDE_CHART = (0.5, 0.46)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a slide: its place, its paragraphs, and how much of its foot a chart takes."""

    x: float
    width: float
    lines: tuple[Line, ...]
    chart: bool = False

    @property
    def text_height(self) -> float:
        """How much of it the paragraphs take."""
        return height(self.lines, self.width)

    def fits(self, room: float) -> bool:
        """Tell whether all of it fits into a height."""
        return self.text_height + (CHART if self.chart else 0) <= room


@dataclass(frozen=True, slots=True)
class Fitted:
    """The body of a step's slide, and what had to be left to its notes."""

    columns: tuple[Column, ...]
    left_out: tuple[str, ...] = ()


def fit(told: Told, room: float) -> Fitted:
    """Choose the largest type with which all of a step fits into a height, in points."""
    for content, left_out in _lessened(told):
        for size in QUOTES:
            for share in _shares(content):
                columns = _columns(content, size, share)
                if all(each.fits(room) for each in columns):
                    return Fitted(columns, left_out)
    return _cut(told, room)


def _lessened(told: Told) -> Iterator[tuple[Told, tuple[str, ...]]]:
    """Give a step whole, then with less and less, and say each time what is not there.

    A number goes before the other side's words do, for the exact words say it too.
    """
    yield told, ()
    said: tuple[str, ...] = ()
    if len(told.voices) > 1:
        told, said = replace(told, voices=told.voices[:1]), (*said, "another voice")
        yield told, said
    if len(told.said) > 1:
        told, said = replace(told, said=told.said[:1]), (*said, "a second passage")
        yield told, said
    if told.voices and told.numbers and not told.counts:
        yield replace(told, numbers=()), (*said, "the number")
    if told.voices:
        told, said = replace(told, voices=()), (*said, "the words of the other side")
        yield told, said
    if told.topic and (told.counts or told.numbers):  # more than the name of what is not there
        told = replace(told, topic="")
        yield told, said
    if told.counts or told.numbers:
        yield replace(told, counts=None, numbers=()), (*said, "the number")


def _cut(told: Told, room: float) -> Fitted:
    """Give the start of the words, where even they don't fit alone."""
    bare = replace(told, said=told.said[:1], topic="", voices=(), counts=None, numbers=())
    wide = RIGHT - LEFT - INDENT
    size = Run("", LEAST, serif=True)
    if bare.said:
        said = bare.said[0]
        source = height(_said(replace(said, exact=""), LEAST), wide)
        exact = longest_fit(said.exact, size, wide - 2 * LEAST, room - source)
        bare = replace(bare, said=(replace(said, exact=exact),))
    else:
        bare = replace(bare, summary=longest_fit(told.summary, size, wide, room))
    return Fitted(_columns(bare, LEAST, 1.0), (CUT,))


def _shares(told: Told) -> tuple[float, ...]:
    """Give how wide the left column may be; a chart that stands beside it needs room for words."""
    if told.counts and not told.topic:
        return _BESIDE_CHART
    return _SHARES if told.topic or told.numbers or told.counts else (1.0,)


def _columns(told: Told, size: float, share: float) -> tuple[Column, ...]:
    """Set the words left; right of them the other side, else the number."""
    whole = RIGHT - LEFT
    wide = whole if share == 1 else (whole - GAP) * share
    words = _words(told, size)
    if share == 1:
        return (Column(LEFT + INDENT, wide - INDENT, tuple(words)),)
    below = bool(told.topic)  # the number stands under the words it is from
    number = _numbers(told, size)
    left = [*words, *(_spaced(number) if below else [])]
    right = _other(told, size) if below else number
    chart = told.counts is not None
    x = LEFT + wide + GAP
    return (
        Column(LEFT + INDENT, wide - INDENT, tuple(left), chart and below),
        Column(x, RIGHT - x, tuple(right), chart and not below),
    )


def _words(told: Told, size: float) -> list[Line]:
    if not told.said:
        return [line(told.summary, size=max(size - 4, LEAST))] if told.summary else []
    first, *rest = told.said
    lines = _said(first, size)
    for each in rest:
        lines += _spaced(_said(each, max(size - 6, LEAST)))
    return lines


def _said(said: Said, size: float) -> list[Line]:
    """Give a quotation and its source; words with double marks of their own stand in single."""
    opening, closing = "‘’" if _holds_marks(said.exact) else "“”"
    return [
        line(f"{opening}{said.exact}{closing}", size=size, serif=True, italic=True),
        line(said.speaker, before=4, bold=True),
        line(said.source, color=MUTED),
    ]


def _holds_marks(text: str) -> bool:
    return any(sign in text for sign in '"“”')


def _other(told: Told, size: float) -> list[Line]:
    color = _RELATIONS.get(told.relation, MUTED)
    head = (Run(f"{told.topic}: "), Run(told.relation, color=color, bold=True))
    lines = [Line(head)]
    for each in told.voices:
        lines += _spaced(_said(each, max(size - 6, LEAST)), 10)
    return lines if told.voices else [*lines, line(IN_NOTES, before=8, color=MUTED)]


def _numbers(told: Told, size: float) -> list[Line]:
    """Give the numbers large; where there is a chart, its title instead."""
    if told.counts:
        unit = f", {told.counts.unit}" if told.counts.unit else ""
        return [line(f"{told.counts.title}{unit}", bold=True)]
    large = NUMBERS[min(QUOTES.index(size) // 2, len(NUMBERS) - 1)]
    return [each for number in told.numbers for each in _number(number, large, lane(told.color))]


def _number(number: Number, large: float, color: str) -> list[Line]:
    """Give a number with its figures large and its qualifier and unit small, then its label."""
    runs = tuple(
        Run(word, large if any(sign.isdigit() for sign in word) else LEAST + 4, color, True, True)
        for word in _pieces(number.value)
    )
    label = [line(number.label, color=MUTED)] if number.label else []
    return [Line(runs, before=4), *label]


def _pieces(value: str) -> list[str]:
    """Cut a value in words after each word, its space with it."""
    words = value.split(" ")
    return [f"{word} " for word in words[:-1]] + words[-1:]


def _spaced(lines: list[Line], room: float = 14) -> list[Line]:
    return [replace(each, before=each.before + room) if at == 0 else each
            for at, each in enumerate(lines)]  # fmt: skip
