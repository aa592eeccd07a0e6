"""Data: what the page's script reads, each thing once, referred to by its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dossier.dates.edtf import HonestDate
from dossier.dates.words import date_words
from dossier.exporting.linked import Linked, linked
from dossier.model import Check, Dossier, Event, Excerpt
from dossier.selecting.facets import FACETS, FacetName, facets
from dossier.sums.figure_words import figure_words
from dossier.sums.verdicts import SumResult, run_checks
from dossier.views.event_view import HINT, RELATIONS, VERDICTS, basis_line, status_words
from dossier.views.filter_view import CHOICES, LABELS
from dossier.views.list_view import NOTHING, PAGE
from dossier.views.marks import all_marks, lane_label, lane_places, lanes_by, theme_colors
from dossier.views.passage import receipt_data

Row = dict[str, Any]
LANES: tuple[FacetName, ...] = ("theme", "actor", "document")


def page_data(dossier: Dossier) -> Row:
    """Everything that filtering, searching and reading one event needs, ready for JSON."""
    at_hand = linked(dossier)
    checks = run_checks(dossier)
    passages = {each: at for at, each in enumerate(dossier.excerpts["excerpt_id"].tolist())}
    documents = {each: at for at, each in enumerate(dossier.documents["document_id"].tolist())}
    return {
        "title": dossier.about.title,
        "marks": all_marks(dossier),
        "events": [_event(dossier, at_hand, event, passages) for event in dossier.each("events")],
        "facets": [_facet(dossier, name) for name in FACETS],
        "lanes": {name: _lanes(dossier, name) for name in LANES},
        "colors": theme_colors(dossier),
        "documents": [
            [each.title, each.publisher, each.kind] for each in dossier.each("documents")
        ],
        "passages": [_passage(dossier, each, documents) for each in dossier.each("excerpts")],
        "figures": _figures(dossier, passages),
        "comparisons": _comparisons(dossier, passages),
        "checks": [
            _check(dossier, result, result.check, passages)
            for result in checks
            if result.check is not None
        ],
        "corrections": _corrections(dossier),
        "words": {
            "choices": _choices(),
            "hint": HINT,
            "nothing": NOTHING,
            "page": PAGE,
            "statuses": {each: status_words(each) for each in facets(dossier)["status"].values},
        },
    }


def _event(dossier: Dossier, at_hand: Linked, event: Event, passages: dict[str, int]) -> Row:
    """What the marks don't hold of an event; `passages` are places among the passages."""
    return {
        "basis": basis_line(event),
        "summary": event.summary,
        "theme": event.theme,
        "actors": list(event.actors),
        "passages": [passages[each.excerpt_id] for each in at_hand.excerpts_of(event.event_id)],
    }


def _passage(dossier: Dossier, excerpt: Excerpt, documents: dict[str, int]) -> list[Any]:
    """Exact words, speaker, document (its place, or its id where it isn't described), receipt.

    Only the excerpt itself goes into the file: what stands around it in its document stays there.
    """
    receipt = receipt_data(excerpt, dossier.document(excerpt.document_id))
    return [
        excerpt.exact,
        excerpt.speaker,
        documents.get(excerpt.document_id, excerpt.document_id),
        excerpt.note,
        receipt["receiptClass"],
        receipt["receiptWords"],
        receipt["receiptTitle"],
    ]


def _facet(dossier: Dossier, name: FacetName) -> Row:
    facet = facets(dossier)[name]
    codes: list[list[int]] = [[] for _ in range(len(dossier.events))]
    for event, code in zip(facet.events.tolist(), facet.codes.tolist(), strict=True):
        codes[event].append(code)
    label = dossier.theme_label if name == "theme" else _named(dossier, name)
    options = [[value, label(value)] for value in facet.values]
    return {"key": name, "label": LABELS[name], "options": options, "of": codes}


def _named(dossier: Dossier, name: FacetName) -> Any:
    return lambda value: lane_label(dossier, name, value)


def _lanes(dossier: Dossier, by: FacetName) -> Row:
    lanes = lanes_by(dossier, by)
    places = lane_places(dossier, by, lanes)
    return {
        "lanes": [{"id": each.id, "label": each.label, "color": each.color} for each in lanes],
        "of": [places.get(at, [0]) for at in range(len(dossier.events))],
    }


def _figures(dossier: Dossier, passages: dict[str, int]) -> list[list[Any]]:
    return [
        [
            figure_words(figure),
            figure.label if figure.value is not None else "",
            _period(figure.period),
            figure.note,
            passages.get(figure.excerpt_id, -1),
        ]
        for figure in dossier.each("figures")
    ]


def _period(period: HonestDate | None) -> str:
    return date_words(period) if period else ""


def _comparisons(dossier: Dossier, passages: dict[str, int]) -> list[list[Any]]:
    return [
        [
            each.comparison_id,
            each.topic,
            each.relation,
            RELATIONS.get(each.relation, "differ"),
            _places(each.excerpt_ids, passages),
        ]
        for each in dossier.each("comparisons")
    ]


def _places(ids: Iterable[str], passages: dict[str, int]) -> list[int]:
    return [passages[each] for each in ids if each in passages]


def _check(
    dossier: Dossier, result: SumResult, check: Check, passages: dict[str, int]
) -> list[Any]:
    """A check with its verdict, the passage it is claimed in and the figures it rests on."""
    return [
        check.statement,
        result.verdict,
        VERDICTS.get(result.verdict, "open"),
        result.reason,
        passages.get(check.excerpt_id, -1),
        [dossier.position("figures", each) for each in result.figures if dossier.figure(each)],
    ]


def _corrections(dossier: Dossier) -> dict[str, list[Row]]:
    """The corrections of events, by their id."""
    found: dict[str, list[Row]] = {}
    for row_id, row in _corrected(dossier):
        found.setdefault(row_id, []).append(row)
    return found


def _corrected(dossier: Dossier) -> Iterator[tuple[str, Row]]:
    table = dossier.corrections
    columns = ["date", "column", "before", "after", "reason"]
    for at in table.index[table["table"] == "events"]:
        yield str(table["row_id"][at]), {name: str(table[name][at]) for name in columns}


def _choices() -> list[Row]:
    return [
        {
            "key": key,
            "label": label,
            "options": [{"value": value, "label": words} for value, words in options.items()],
        }
        for key, (label, options) in CHOICES.items()
    ]
