"""The filters as data: facets with the count each further choice would leave."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dossier.dates.edtf import parse_date
from dossier.dates.words import date_words
from dossier.model import Dossier
from dossier.selecting.facets import FacetName, facets
from dossier.selecting.select import facet_counts, selection_params
from dossier.selecting.selection import Selection
from dossier.views.known_view import known_data
from dossier.views.lens_view import counted_words
from dossier.views.marks import lane_label
from dossier.views.view import View

LABELS: dict[FacetName, str] = {
    "theme": "Theme",
    "actor": "Who",
    "document": "Document",
    "status": "Status",
}
CHOICES = {
    "lanes": ("Lanes by", {"theme": "theme", "actor": "who", "document": "document"}),
    "view": ("View", {"chart": "chart", "list": "list"}),
}
# What needs more than the marks, so that the one offline file has no place for it.
LENSES = {
    "clock": (
        "Clock",
        {"happened": "when it happened", "said": "when it was said", "published": "when published"},
    ),
    "lens": ("Outline", {"": "nothing", "single": "single-source"}),
}
DOWNLOADS = {
    "Events as CSV": "export/events.csv",
    "Events as JSON": "api/events.json",
    "Figures as CSV": "export/figures.csv",
    "All of it as a data package": "export/dossier.zip",
    "All of it as one HTML file": "export/dossier.html",
}
PICTURES = {
    "Timeline as SVG picture": "export/timeline.svg",
    "Timeline as PNG picture": "export/timeline.png",
}


def filter_data(dossier: Dossier, view: View, shown: int) -> dict[str, Any]:
    """What the filter row shows for a view."""
    chosen = view.selection
    now = {"lanes": view.lanes, "view": view.view, "clock": view.clock, "lens": view.lens}
    return {
        "query": chosen.query,
        "facets": [facet_data(dossier, chosen, name) for name in LABELS],
        "period": {"from": chosen.first, "to": chosen.last, "words": period_words(chosen)},
        "known": {**known_data(dossier, chosen), "counts": counted_words(dossier, view)},
        "choices": [
            {"key": key, "label": label, "value": now[key], "options": _options(options)}
            for key, (label, options) in (CHOICES | LENSES).items()
        ],
        "shown": shown,
        "total": len(dossier.events),
        "filtered": chosen != Selection(),
    }


def download_links(view: View) -> list[dict[str, str]]:
    """The addresses beside this screen that give what it shows as files and as pictures."""
    chosen = selection_params(view.selection)
    ways = {"lanes": view.lanes, "clock": view.clock, "event": view.event}
    seen = chosen | {name: [value] for name, value in ways.items() if value}
    asked = [(DOWNLOADS, chosen)] + ([(PICTURES, seen)] if view.view == "chart" else [])
    return [
        {"label": label, "name": path.rpartition("/")[2], "href": f"./{path}?{_query(params)}"}
        for paths, params in asked
        for label, path in paths.items()
    ]


def _query(params: dict[str, list[str]]) -> str:
    return urlencode(params, doseq=True)


def facet_data(dossier: Dossier, chosen: Selection, name: FacetName) -> dict[str, Any]:
    """One facet with the count each further choice would leave."""
    counts = facet_counts(dossier, chosen)[name]
    options = [
        {
            "value": value,
            "label": dossier.theme_label(value)
            if name == "theme"
            else lane_label(dossier, name, value),
            "count": counts.get(value, 0),
            "chosen": value in chosen.chosen(name),
        }
        for value in facets(dossier)[name].values
    ]
    return {"key": name, "label": LABELS[name], "options": options}


def period_words(chosen: Selection) -> str:
    """The chosen period in words."""
    if not chosen.first and not chosen.last:
        return "all years"
    first = date_words(parse_date(chosen.first)) if chosen.first else "the beginning"
    last = date_words(parse_date(chosen.last)) if chosen.last else "the end"
    return f"{first} to {last}"


def _options(options: dict[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in options.items()]
