"""Which passages, figures and other voices a step shows: those that its heading speaks of.

A screen has room for few words. What is shown is chosen by the words that a passage shares with
the heading and the event's title, so that rewording a heading steers the choice, and the same
tables always give the same screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dossier.kept import kept_with_dossier
from dossier.model import Comparison, Dossier, Event, Excerpt, Figure
from dossier.selecting.search import searchable
from dossier.sums.figure_words import figure_words, number_words
from dossier.views.briefings import NUMBERS

SHORT = 16  # words; a passage this short leaves room for a second
SECOND = 24  # the most words of a second passage
SHARED = 2  # the fewest words that it shares with the heading and the title
MOST_VOICES = 2
MOST_FIGURES = 2
WEIGHTS = {"contradict": 4, "differ in detail": 3, "different framing": 2, "agree": 1}
_WORD = re.compile(r"\d[\d.,]*\d|\w+")
COMMON = frozenset(
    _WORD.findall(
        "a an and are as at be by for from has have in is it its of on or says said that the "
        "their they this to was were what which who with would"
    )
)
MOST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Telling:
    """What a step shows of its event; `voices` are the other side of `comparison`."""

    passages: tuple[Excerpt, ...] = ()
    comparison: Comparison | None = None
    voices: tuple[Excerpt, ...] = ()
    figures: tuple[Figure, ...] = ()


def telling(dossier: Dossier, event: Event, heading: str) -> Telling:
    """Choose what a step with this heading shows of an event; kept, for every step asks again."""
    kept, key = _chosen(dossier), (event.event_id, heading)
    found = kept.get(key)
    if found is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        found = kept[key] = _choose(dossier, event, heading)
    return found


@kept_with_dossier
def _chosen(dossier: Dossier) -> dict[tuple[str, str], Telling]:
    return {}


def _choose(dossier: Dossier, event: Event, heading: str) -> Telling:
    own = dossier.excerpts_of(event.event_id)
    if not own:
        return Telling()
    head, title = topic_words(heading), topic_words(event.title)
    ranked = sorted(own, key=lambda each: -_weight(dossier, each, event, head, title))
    lead = ranked[0]
    comparison = _comparison(dossier, event, lead, heading)
    voices = _voices(dossier, comparison, lead)
    passages = (lead, *_second(ranked, lead, voices, head | title))
    figures = _figures(dossier, passages, voices, heading, event.title)
    return Telling(passages, comparison if voices else None, voices, figures)


def topic_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, folded; numbers keep their separators."""
    return frozenset(searchable(word) for word in _WORD.findall(text)) - COMMON


def _weight(
    dossier: Dossier, excerpt: Excerpt, event: Event, head: frozenset[str], title: frozenset[str]
) -> float:
    said = topic_words(excerpt.exact)
    named = sum(_is_named(figure, head) for figure in _figures_in(dossier, [excerpt]))
    alone = len(excerpt.event_ids) == 1
    return 2 * len(said & head) + len(said & title) + 3 * min(named, 1) + alone


def _second(
    ranked: list[Excerpt], lead: Excerpt, voices: tuple[Excerpt, ...], topic: frozenset[str]
) -> list[Excerpt]:
    """Give a second passage where the first is short and someone else speaks of the same."""
    if len(lead.exact.split()) > SHORT:
        return []
    shown = {(each.document_id, each.speaker) for each in (lead, *voices)}
    others = [each for each in ranked[1:] if (each.document_id, each.speaker) not in shown]
    return [
        each
        for each in others
        if len(each.exact.split()) <= SECOND and len(topic_words(each.exact) & topic) >= SHARED
    ][:1]


def _comparison(dossier: Dossier, event: Event, lead: Excerpt, heading: str) -> Comparison | None:
    """Give the comparison of the lead that matters most to the heading."""
    head, title = topic_words(heading), topic_words(event.title)
    mine = [
        each
        for each in dossier.comparisons_of(event.event_id)
        if lead.excerpt_id in each.excerpt_ids
    ]

    def weight(comparison: Comparison) -> float:
        others = _others(dossier, comparison, lead)
        topic = topic_words(comparison.topic)
        said = topic | topic_words(" ".join(other.exact for other in others))
        elsewhere = any(other.document_id != lead.document_id for other in others)
        worth = WEIGHTS.get(comparison.relation, 0) + 2 * elsewhere
        return worth + 2 * len(said & head) + len(topic & title)

    return max(mine, key=weight, default=None)


def _voices(dossier: Dossier, comparison: Comparison | None, lead: Excerpt) -> tuple[Excerpt, ...]:
    """Give the other voices of a comparison, from as many documents as there is room for."""
    if comparison is None:
        return ()
    others = _others(dossier, comparison, lead)
    chosen: list[Excerpt] = []
    for fresh in (True, False):
        for other in others:
            known = {each.document_id for each in (lead, *chosen)}
            if other not in chosen and (other.document_id not in known) == fresh:
                chosen.append(other)
    return tuple(chosen[:MOST_VOICES])


def _others(dossier: Dossier, comparison: Comparison, lead: Excerpt) -> list[Excerpt]:
    ids = [each for each in comparison.excerpt_ids if each != lead.excerpt_id]
    return [found for each in ids if (found := dossier.excerpt(each)) is not None]


def _figures(
    dossier: Dossier,
    passages: tuple[Excerpt, ...],
    voices: tuple[Excerpt, ...],
    heading: str,
    title: str,
) -> tuple[Figure, ...]:
    """Give the figures that the heading names, else the title, among those whose words are shown.

    Those of the other voices join where they are of the same series, or stand alone.
    """
    own, others = _figures_in(dossier, passages), _figures_in(dossier, voices)
    for text in (heading, title):
        words = topic_words(text)
        mine = [each for each in own if _is_named(each, words)]
        series = {each.series for each in mine}
        theirs = [each for each in others if _is_named(each, words)]
        named = mine + [each for each in theirs if not mine or each.series in series]
        if named:
            spoken = {figure_words(each): each for each in reversed(named)}
            return tuple(each for each in named if each in spoken.values())[:MOST_FIGURES]
    return ()


def _figures_in(dossier: Dossier, excerpts: Iterable[Excerpt]) -> list[Figure]:
    ids = [excerpt.excerpt_id for excerpt in excerpts]
    held = dossier.figures["excerpt_id"].isin(ids).to_numpy()
    found: list[Figure] = [dossier.row("figures", int(at)) for at in np.flatnonzero(held)]
    return sorted(found, key=lambda figure: ids.index(figure.excerpt_id))


def _is_named(figure: Figure, words: frozenset[str]) -> bool:
    """Tell whether words hold the figure's number; one without a number is left to its words."""
    if figure.value is None:
        return False
    number = figure.value
    spelt = NUMBERS[int(number)] if number in range(1, len(NUMBERS)) else ""
    return number_words(number) in words or spelt in words
