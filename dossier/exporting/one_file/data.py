"""Data: what the page's scripts need and the page doesn't say, ready for JSON.

Texts stand in the page once, in the record of events, the sums and the topics; the script reads
them there. Here are days, codes and places: which passage belongs to which event, and so on. But
what the timeline is drawn from comes before the page's text, so that it need not wait for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dossier.dates.words import date_words
from dossier.diffing.since import corrections_of, log_in_order, version_mark
from dossier.exporting.linked import linked
from dossier.exporting.one_file.briefings import briefings_data
from dossier.exporting.one_file.documents import sorted_topics, topic_cuts, topic_excerpts
from dossier.exporting.voices import INTERESTED, document_words
from dossier.knowing.said import known_columns, known_words
from dossier.model import Check, Comparison, Document, Dossier, Excerpt
from dossier.resting.doubts import Doubt, all_doubts, doubt_words
from dossier.selecting.facets import FACETS, FacetName, facets
from dossier.sums.figure_words import figure_words
from dossier.sums.verdicts import SumResult, run_checks
from dossier.views.document_words import kind_words
from dossier.views.event_view import RELATIONS, VERDICTS, status_words
from dossier.views.filter_view import CHOICES, LABELS
from dossier.views.list_view import NOTHING, PAGE
from dossier.views.marks import all_marks, lane_label, lane_places, lanes_by, theme_colors
from dossier.views.opening import HINT
from dossier.views.packing import packed_marks
from dossier.views.passage import RECEIPTS, RECORDED, receipt_data, said_words
from dossier.views.since_view import correction_data

Row = dict[str, Any]
Places = dict[str, int]
EARLY_LANES: FacetName = "theme"
LATER_LANES: tuple[FacetName, ...] = ("actor", "document")


def early_data(dossier: Dossier) -> Row:
    """What the timeline is drawn from before all else: every mark, and the lanes it begins with."""
    known = known_columns(dossier, "events")
    possible = (dossier.events["known"] == "possible").tolist() if known else []
    marks = [
        {**mark, "possible": possible[at]} if known else mark
        for at, mark in enumerate(all_marks(dossier))
    ]
    return {
        "marks": packed_marks(marks),
        "lanes": {EARLY_LANES: _lanes(dossier, EARLY_LANES)},
    }


def page_data(dossier: Dossier) -> Row:
    """Everything else that filtering, searching and reading one event needs, but for the text."""
    passages = _places(dossier, "excerpts", "excerpt_id")
    documents = _places(dossier, "documents", "document_id")
    return {
        "title": dossier.about.title,
        "passages_of": _passages_of(dossier, passages),
        "facets": [_facet(dossier, name) for name in FACETS],
        "lanes": {name: _lanes(dossier, name) for name in LATER_LANES},
        "colors": theme_colors(dossier),
        "documents": [_document(each) for each in dossier.each("documents")],
        "passages": _coded(
            [_passage(dossier, each, documents) for each in dossier.each("excerpts")], (0, 2, 3)
        ),
        "receipts": {words: shade for shade, words in (*RECEIPTS.values(), ("verified", RECORDED))},
        "figures": _figures(dossier, passages),
        "comparisons": _comparisons(dossier, passages),
        "checks": _checks(dossier, passages),
        "briefings": briefings_data(dossier, passages),
        "corrections": _corrections(dossier),
        "version": version_mark(dossier),
        "words": _words(dossier),
        **_known(dossier),
        **_doubts(dossier),
    }


def _places(dossier: Dossier, table: str, column: str) -> Places:
    return {each: at for at, each in enumerate(dossier.tables[table][column].tolist())}


def _known(dossier: Dossier) -> dict[str, list[str]]:
    """How surely each event was known, in words, where the dossier is that of a day."""
    if not known_columns(dossier, "events"):
        return {}
    return {"known": [known_words(dossier, "events", each) for each in dossier.events["event_id"]]}


def _doubts(dossier: Dossier) -> dict[str, dict[str, list[str]]]:
    """What to say beside each event with a sentence that prints what no figure has any more."""
    found: dict[str, list[Doubt]] = {}
    for doubt in all_doubts(dossier):
        if doubt.table == "events":
            found.setdefault(doubt.event_id, []).append(doubt)
    return {"doubts": {name: doubt_words(each) for name, each in found.items()}} if found else {}


def _passages_of(dossier: Dossier, passages: Places) -> list[list[int]]:
    """For each event the places of its passages, by document and by place in it."""
    return [
        [passages[each.excerpt_id] for each in linked(dossier).excerpts_of(event_id)]
        for event_id in dossier.events["event_id"]
    ]


def _passage(dossier: Dossier, excerpt: Excerpt, documents: Places) -> list[Any]:
    """Speaker, document (its place, or its id where it isn't described), receipt, when said, place.

    Where no event names the excerpt the page doesn't hold it, and its words and note follow. Only
    the excerpt goes into the file: what stands around it in its document stays there.
    """
    receipt = receipt_data(excerpt, dossier.document(excerpt.document_id))
    row = [
        excerpt.speaker,
        documents.get(excerpt.document_id, excerpt.document_id),
        receipt["receiptWords"],
        said_words(excerpt),
        [excerpt.start, excerpt.end] if receipt["receiptTitle"] else 0,
    ]
    in_page = any(dossier.position("events", each) is not None for each in excerpt.event_ids)
    return row if in_page else [*row, excerpt.exact, excerpt.note]


def _document(document: Document) -> Row:
    """A document as the panel, the topics and the text to copy name it."""
    kind = kind_words(document)
    return {
        "id": document.document_id,
        "title": document.title,
        "titled": f"{document.title} ({kind})" if kind else document.title,
        "kind": kind,
        "published": date_words(document.published) if document.published else "",
        "sha256": document.sha256[:12],
        "voice": document_words(document),
        "interested": document.kind.casefold() in INTERESTED,
    }


def _coded(rows: list[list[Any]], repeated: tuple[int, ...]) -> Row:
    """Rows in which the texts of some columns are given by their place in a list."""
    texts = list(dict.fromkeys(row[column] for row in rows for column in repeated))
    place = {text: at for at, text in enumerate(texts)}
    for row in rows:
        for column in repeated:
            row[column] = place[row[column]]
    return {"texts": texts, "rows": rows}


def _facet(dossier: Dossier, name: FacetName) -> Row:
    facet = facets(dossier)[name]
    codes: list[list[int]] = [[] for _ in range(len(dossier.events))]
    for event, code in zip(facet.events.tolist(), facet.codes.tolist(), strict=True):
        codes[event].append(code)
    options = [[value, _label(dossier, name, value)] for value in facet.values]
    return {"key": name, "label": LABELS[name], "options": options, "of": codes}


def _label(dossier: Dossier, name: FacetName, value: str) -> str:
    return dossier.theme_label(value) if name == "theme" else lane_label(dossier, name, value)


def _lanes(dossier: Dossier, by: FacetName) -> Row:
    lanes = lanes_by(dossier, by)
    places = lane_places(dossier, by)
    of: list[list[int]] = [[] for _ in range(len(dossier.events))]
    for event, lane in zip(places.events.tolist(), places.lanes.tolist(), strict=True):
        of[event].append(lane)
    return {
        "lanes": [{"id": each.id, "label": each.label, "color": each.color} for each in lanes],
        "of": of,
    }


def _figures(dossier: Dossier, passages: Places) -> list[list[Any]]:
    return [
        [
            figure_words(figure),
            figure.label if figure.value is not None else "",
            date_words(figure.period) if figure.period else "",
            figure.note,
            passages.get(figure.excerpt_id, -1),
        ]
        for figure in dossier.each("figures")
    ]


def _comparisons(dossier: Dossier, passages: Places) -> list[list[Any]]:
    """The topics as the page orders them: id, relation, its class, passages, their cuts."""
    rows = sorted_topics(dossier)
    return [_comparison(row, topic_excerpts(dossier, row), passages) for row in rows]


def _comparison(row: Comparison, excerpts: list[Excerpt], passages: Places) -> list[Any]:
    kind = RELATIONS.get(row.relation, "differ")
    places = _found((each.excerpt_id for each in excerpts), passages)
    return [row.comparison_id, row.relation, kind, places, topic_cuts(excerpts)]


def _found(ids: Iterable[str], places: Places) -> list[int]:
    return [places[each] for each in ids if each in places]


def _checks(dossier: Dossier, passages: Places) -> list[list[Any]]:
    figures = _places(dossier, "figures", "figure_id")
    return [
        _check(result, result.check, passages, figures)
        for result in run_checks(dossier)
        if result.check is not None
    ]


def _check(result: SumResult, check: Check, passages: Places, figures: Places) -> list[Any]:
    """A check: id, verdict, its class, the passage that claims it, the figures it rests on."""
    return [
        check.check_id,
        result.verdict,
        VERDICTS.get(result.verdict, "open"),
        passages.get(check.excerpt_id, -1),
        _found(result.figures, figures),
    ]


def _corrections(dossier: Dossier) -> dict[str, list[Row]]:
    """What was corrected in each event and in what it rests on, with its place in the log."""
    place = {correction: at for at, correction in enumerate(log_in_order(dossier))}
    if not place:
        return {}
    lines = {
        event.event_id: [
            {**correction_data(each), "at": place[each]} for each in corrections_of(dossier, event)
        ]
        for event in dossier.each("events")
    }
    return {event_id: found for event_id, found in lines.items() if found}


def _words(dossier: Dossier) -> Row:
    """What the components say that is not of the dossier."""
    choices = [
        {
            "key": key,
            "label": label,
            "options": [{"value": value, "label": words} for value, words in options.items()],
        }
        for key, (label, options) in CHOICES.items()
    ]
    statuses = {each: status_words(each) for each in facets(dossier)["status"].values}
    return {
        "choices": choices, "hint": HINT, "nothing": NOTHING, "page": PAGE, "statuses": statuses
    }  # fmt: skip
