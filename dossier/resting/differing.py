"""Differing: figures whose passage does not print their number, and what it prints in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.kept import kept_with_dossier
from dossier.model import Dossier, Figure
from dossier.reading.quoted import says_number
from dossier.resting.printed import Printed, printed_numbers
from dossier.sums.figure_words import YEAR

FROM_ELSEWHERE = "Not in the documents:"
SURE = 100  # from here on a number in digits needs no word beside it to be told from others
LONG = 4  # letters of a word that says what is counted


@dataclass(frozen=True, slots=True)
class Differing:
    """A figure that its passage does not bear out, and the numbers that the passage prints."""

    figure: Figure
    printed: tuple[Printed, ...]

    @property
    def words(self) -> str:
        """What its passage prints, in one sentence."""
        numbers = " or ".join(dict.fromkeys(each.text for each in self.printed))
        if not numbers:
            return "Its passage does not print this number."
        return f"Its passage prints {numbers}, not this number."


def differing_figures(dossier: Dossier) -> list[Differing]:
    """Every figure that differs from its passage, in the order of the table."""
    found = [each for name in figures_by_excerpt(dossier) for each in differing_in(dossier, name)]
    return sorted(found, key=lambda each: dossier.position("figures", each.figure.figure_id) or 0)


def differing_in(dossier: Dossier, excerpt_id: str) -> tuple[Differing, ...]:
    """The figures of one excerpt that differ from it; worked out once."""
    kept = _kept(dossier)
    if excerpt_id not in kept:
        kept[excerpt_id] = tuple(_differing(dossier, excerpt_id))
    return kept[excerpt_id]


def is_borne_out(figure: Figure, exact: str) -> bool:
    """Whether a passage, or the note that says how it follows, has the number of a figure.

    A note of what is known from elsewhere bears nothing out, and nor does one that does not itself
    give the number: it was written for another.
    """
    if figure.value is None or says_number(exact, figure.value):
        return True
    note = figure.note.strip()
    return not note.startswith(FROM_ELSEWHERE) and any(
        abs(value - figure.value) <= 1e-9 * max(1.0, abs(figure.value))
        for each in printed_numbers(note)
        for value in each.values
    )


def is_of(printed: Printed, figure: Figure) -> bool:
    """Whether a printed number may be one of what a figure counts."""
    if (figure.unit == "%") != printed.is_share:
        return False
    if figure.unit == YEAR:
        return printed.is_date or len(printed.text.replace(" ", "")) == 4
    if printed.is_date:
        return False
    return printed.is_share or max(printed.values) >= SURE or names_what(printed, figure)


def names_what(printed: Printed, figure: Figure) -> bool:
    """Whether the words after a number say what a figure counts."""
    counted = {_stem(word) for word in f"{figure.unit} {figure.label}".casefold().split()}
    return any(len(word) >= LONG and _stem(word) in counted for word in printed.after)


@kept_with_dossier
def figures_by_excerpt(dossier: Dossier) -> dict[str, list[int]]:
    """Where the figures of each excerpt stand in their table."""
    found: dict[str, list[int]] = {}
    for at, excerpt_id in enumerate(dossier.figures["excerpt_id"].tolist()):
        found.setdefault(excerpt_id, []).append(at)
    return found


def figures_in(dossier: Dossier, excerpt_ids: Iterable[str]) -> list[Figure]:
    """The figures of some excerpts."""
    by_excerpt = figures_by_excerpt(dossier)
    return [dossier.row("figures", at) for each in excerpt_ids for at in by_excerpt.get(each, ())]


@kept_with_dossier
def _kept(dossier: Dossier) -> dict[str, tuple[Differing, ...]]:
    return {}


def _differing(dossier: Dossier, excerpt_id: str) -> list[Differing]:
    excerpt = dossier.excerpt(excerpt_id)
    figures = [each for each in figures_in(dossier, [excerpt_id]) if each.value is not None]
    if excerpt is None or not figures:
        return []
    borne = [each for each in figures if is_borne_out(each, excerpt.exact)]
    printed = list(printed_numbers(excerpt.exact))
    free = [each for each in printed if not any(_has(each, one) for one in borne)]
    doubled = _doubled(borne, printed, free)
    wrong = [each for each in figures if each not in borne or each in doubled]
    return [Differing(each, _candidates(each, free)) for each in wrong]


def _doubled(
    borne: Sequence[Figure], printed: Sequence[Printed], free: Sequence[Printed]
) -> list[Figure]:
    """Figures of one value that a passage prints less often, while it prints another unclaimed.

    One of them has taken the number of the other; which one, nobody can tell.
    """
    counts = Counter(each.value for each in borne)
    there = Counter(value for each in printed for value in each.values)
    return [
        each
        for each in borne
        if each.value is not None and counts[each.value] > there[each.value] > 0
        if _candidates(each, free)
    ]


def _candidates(figure: Figure, free: Sequence[Printed]) -> tuple[Printed, ...]:
    """The numbers that a passage prints in place of a figure's, those that name it first."""
    likely = [each for each in free if is_of(each, figure)]
    named = [each for each in likely if names_what(each, figure)]
    return tuple(named or likely)


def _has(printed: Printed, figure: Figure) -> bool:
    return figure.value is not None and figure.value in printed.values


def _stem(word: str) -> str:
    return word.strip("(),.").removesuffix("s")
