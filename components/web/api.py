"""Data beside the screens: the same selection as JSON, as CSV and as one package.

The addresses take the parameters of the home screen. Answers carry a fingerprint of what is in
them, so that whoever asks again is told "unchanged". The schema is in docs/api.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.web.answers import JSON, Answer, AnswerError, answers, guarded, refusal
from components.web.feed import FEED_ROUTE
from components.web.panel import PANEL_ROUTE
from components.web.params import Params, read_params
from components.web.site import robots
from components.web.window import CHART_ROUTE, TIMELINE_ROUTE
from dossier.exporting.events_csv import events_csv, figures_csv
from dossier.exporting.formats import export_dossier
from dossier.exporting.linked import linked
from dossier.exporting.records import (
    about_record,
    event_record,
    figure_record,
    json_bytes,
    whole_event_record,
)
from dossier.knowing.asof import known_dossier
from dossier.model import Dossier, Event, Figure
from dossier.reading.store import current_dossier
from dossier.selecting.links import Positions
from dossier.selecting.select import Selection, parse_selection, select_events, selection_params

MOST = 2_000  # rows in one JSON answer
MOST_CSV = 100_000  # events in one CSV or package
MOST_PAGE = 5_000  # events in one HTML file

CSV = "text/csv; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: the selection, its events, and what could not be followed."""

    dossier: Dossier
    selection: Selection
    positions: Positions
    notices: tuple[str, ...]
    offset: int = 0
    limit: int = MOST


def events_json(asked: Asked) -> Answer:
    """The selected events, each with its excerpts and figures and who says so."""
    shown = asked.positions[asked.offset : asked.offset + asked.limit]
    events = _events(asked.dossier, shown)
    records = [event_record(asked.dossier, each) for each in events]
    total = len(asked.positions)
    return _json(_envelope(asked, "events", records, total, len(asked.dossier.events)), asked)


def figures_json(asked: Asked) -> Answer:
    """The figures that stand in passages of the selected events."""
    figures = list(_figures(asked))
    shown = figures[asked.offset : asked.offset + asked.limit]
    records = [figure_record(asked.dossier, each) for each in shown]
    of = len(asked.dossier.figures)
    return _json(_envelope(asked, "figures", records, len(figures), of), asked)


def export_events(asked: Asked) -> Answer:
    """The selected events as CSV."""
    _check_size(asked)
    body = events_csv(asked.dossier, _events(asked.dossier, asked.positions))
    return Answer(body, CSV, "events.csv", asked.notices)


def export_figures(asked: Asked) -> Answer:
    """The figures of the selected events as CSV."""
    _check_size(asked)
    return Answer(figures_csv(asked.dossier, _figures(asked)), CSV, "figures.csv", asked.notices)


def export_package(asked: Asked) -> Answer:
    """The selected events with all that they rest on as a Data Package."""
    _check_size(asked)
    positions = asked.positions if asked.selection != Selection() else None
    made = export_dossier(asked.dossier, "datapackage", positions)
    return Answer(made.data, made.media_type, made.name, asked.notices)


def export_page(asked: Asked) -> Answer:
    """The selected events with all that they rest on as one HTML file that asks for nothing."""
    _check_size(asked, MOST_PAGE)
    positions = asked.positions if asked.selection != Selection() else None
    made = export_dossier(asked.dossier, "html", positions)
    return Answer(made.data, made.media_type, made.name, asked.notices)


def event_json(request: Request) -> Response:
    """Answer with one event and all that hangs on it; 404 where there is none of that id."""
    return guarded(request, lambda: _one_event(request))


def unknown(request: Request) -> Response:
    """Answer an address of data that is none."""
    return refusal(404, "There is no such data here. What there is, docs/api.md says.")


def _one_event(request: Request) -> Answer:
    asked = _asked(current_dossier(), {"asof": read_params(request).get("asof", [])})
    event = asked.dossier.event(request.path_params["event_id"])
    if event is None:
        raise AnswerError(404, "There is no event of that name in this dossier.")
    return _json(whole_event_record(asked.dossier, event), asked)


def _selecting(make: Callable[[Asked], Answer]) -> Callable[[Request], Response]:
    # A plain function, so that Starlette runs it in a thread: a changed dossier is read again
    # here, and a large selection takes seconds.
    def answer(request: Request) -> Response:
        return guarded(request, lambda: _kept_answer(request, make))

    return answer


def _kept_answer(request: Request, make: Callable[[Asked], Answer]) -> Answer:
    asked = _asked(current_dossier(), read_params(request))
    key = (make.__name__, asked.selection, asked.notices, asked.offset, asked.limit)
    return answers(asked.dossier).get(key, lambda: make(asked))


def _asked(dossier: Dossier, params: Params) -> Asked:
    selection, notices = parse_selection(params, dossier)
    offset = _number(params, "offset", 0, notices)
    limit = min(MOST, _number(params, "limit", MOST, notices))
    positions = select_events(dossier, selection)
    dossier = known_dossier(dossier, selection.asof)
    return Asked(dossier, selection, positions, tuple(notices), offset, limit)


def _number(params: Params, name: str, usual: int, notices: list[str]) -> int:
    text = (params.get(name) or [""])[-1].strip()
    if not text:
        return usual
    if text.isascii() and text.isdigit() and len(text) < 9:
        return int(text)
    notices.append(f"The {name} is not a whole number, so it was left out.")
    return usual


def _events(dossier: Dossier, positions: Positions) -> Iterator[Event]:
    rows = linked(dossier)
    return (rows.row("events", position) for position in positions.tolist())


def _figures(asked: Asked) -> Iterator[Figure]:
    """The figures of the selected events; without a selection those of no event, too."""
    figures = asked.dossier.each("figures")
    if asked.selection == Selection():
        return figures
    ids = asked.dossier.events["event_id"].iloc[asked.positions].tolist()
    rows = linked(asked.dossier)
    wanted = {figure.figure_id for each in ids for figure in rows.figures_of(each)}
    return (figure for figure in figures if figure.figure_id in wanted)


def _envelope(asked: Asked, name: str, records: list[Any], total: int, of: int) -> dict[str, Any]:
    end = asked.offset + len(records)
    params = {**selection_params(asked.selection), "offset": [str(end)]}
    params["limit"] = [str(asked.limit)]
    return {
        "dossier": about_record(asked.dossier),
        "selection": selection_params(asked.selection),
        "notices": list(asked.notices),
        "total": total,
        "of": of,
        "offset": asked.offset,
        "next": f"?{urlencode(params, doseq=True)}" if records and end < total else None,
        name: records,
    }


def _json(value: Any, asked: Asked) -> Answer:
    return Answer(json_bytes(value), JSON, notices=asked.notices)


def _check_size(asked: Asked, most: int = MOST_CSV) -> None:
    if len(asked.positions) > most:
        message = f"These are more than {most:,} events. Choose fewer, or export them"
        raise AnswerError(413, f"{message} with python -m dossier export.")


API_ROUTES = [
    Route("/api/events.json", _selecting(events_json)),
    Route("/api/events/{event_id}.json", event_json),
    Route("/api/figures.json", _selecting(figures_json)),
    Route("/export/events.csv", _selecting(export_events)),
    Route("/export/figures.csv", _selecting(export_figures)),
    Route("/export/dossier.zip", _selecting(export_package)),
    Route("/export/dossier.html", _selecting(export_page)),
    TIMELINE_ROUTE,
    CHART_ROUTE,
    PANEL_ROUTE,
    FEED_ROUTE,
    Route("/robots.txt", robots),
    Route("/api/{rest:path}", unknown),
    Route("/export/{rest:path}", unknown),
]
