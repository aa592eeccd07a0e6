"""Selection: what a reader has asked for, and how the address says it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.dates.edtf import DateError, HonestDate, parse_date
from dossier.model import Dossier
from dossier.selecting.facets import FACETS, Facet, FacetName, facets
from dossier.selecting.search import MAX_WORDS

MAX_VALUES = 50
MAX_VALUE_LENGTH = 200
MAX_DATE_LENGTH = 32
MAX_QUERY_LENGTH = 200
QUOTED_LENGTH = 40
QUOTED_VALUES = 3
PLURALS = {"theme": "themes", "actor": "actors", "document": "documents", "status": "statuses"}
PLAIN_PRECISIONS = ("day", "month", "season", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader has asked for; empty parts ask for nothing.

    ``first`` and ``last`` are EDTF days, months, seasons or years, both inclusive; so is ``asof``,
    by whose end something of an event must possibly have been published. Values of one facet
    widen the selection, facets narrow each other.
    """

    themes: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""
    query: str = ""
    asof: str = ""

    def chosen(self, facet: FacetName) -> frozenset[str]:
        """The chosen values of one facet."""
        by_facet = (self.themes, self.actors, self.documents, self.statuses)
        return by_facet[FACETS.index(facet)]


def parse_selection(
    params: Mapping[str, list[str]], dossier: Dossier
) -> tuple[Selection, list[str]]:
    """The selection that an address asks for, and a notice for each part left out.

    Reads the keys theme, actor, document, status (each may repeat), from, to, q and asof; others
    are not looked at. Whatever can't be followed is left out, and said so in plain words that
    quote at most ``QUOTED_LENGTH`` visible characters of it. Never raises.
    """
    notices: list[str] = []
    by_facet = facets(dossier)
    chosen = [_parse_facet(name, by_facet[name], _values(params, name), notices) for name in FACETS]
    first = _parse_end(_values(params, "from"), "The start of the period", notices)
    last = _parse_end(_values(params, "to"), "The end of the period", notices)
    first, last = _in_order(first, last, notices)
    query = _parse_query(_values(params, "q"), notices)
    themes, actors, documents, statuses = chosen
    asof = _parse_end(_values(params, "asof"), "The date of what was known", notices)
    return Selection(themes, actors, documents, statuses, first, last, query, asof), notices


def selection_params(selection: Selection) -> dict[str, list[str]]:
    """The selection as address keys and values, sorted; what asks for nothing is left out."""
    params = {str(name): sorted(selection.chosen(name)) for name in FACETS}
    ends = {"from": selection.first, "to": selection.last, "q": selection.query}
    ends["asof"] = selection.asof
    params.update({key: [text] for key, text in ends.items() if text})
    return {key: values for key, values in params.items() if values}


def period_end(text: str) -> HonestDate | None:
    """One end of a period, or None where the text is no plain day, month, season or year."""
    try:
        date = parse_date(text)
    except DateError:
        return None
    plain = date.precision in PLAIN_PRECISIONS and date.kind == "instant" and not date.time
    return date if plain else None


def known_day(text: str) -> str:
    """The day, month or year that a text names; "" where it names none."""
    text = text[:MAX_DATE_LENGTH].strip()
    return text if text and period_end(text) else ""


def quoted(text: str) -> str:
    """Text in quotation marks for a notice: visible signs only, cut where it is long."""
    visible = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text[:400])
    seen = " ".join(visible.split())
    return f"“{seen[:QUOTED_LENGTH]}…”" if len(seen) > QUOTED_LENGTH else f"“{seen}”"


def _values(params: Mapping[str, list[str]], key: str) -> list[str]:
    values = params.get(key) or []
    listed = [values] if isinstance(values, str) else list(values)
    return [value for value in listed if isinstance(value, str) and value.strip()]


def _parse_facet(
    name: FacetName, facet: Facet, asked: list[str], notices: list[str]
) -> frozenset[str]:
    if len(asked) > MAX_VALUES:
        notices.append(f"Only the first {MAX_VALUES} {PLURALS[name]} in the address were used.")
    found = {value: facet.find(value[:MAX_VALUE_LENGTH].strip()) for value in asked[:MAX_VALUES]}
    missing = [value for value, known in found.items() if known is None]
    if missing:
        notices.append(_missing_notice(name, missing))
    return frozenset(known for known in found.values() if known is not None)


def _missing_notice(name: FacetName, missing: list[str]) -> str:
    listed = ", ".join(quoted(value) for value in missing[:QUOTED_VALUES])
    more = len(missing) - QUOTED_VALUES
    listed += f" and {more} more" if more > 0 else ""
    if len(missing) == 1:
        return f"No event here has the {name} {listed}, so that filter was left out."
    return f"No event here has the {PLURALS[name]} {listed}, so those filters were left out."


def _parse_end(asked: list[str], end: str, notices: list[str]) -> str:
    if not asked:
        return ""
    text = asked[0].strip()
    if len(text) <= MAX_DATE_LENGTH and period_end(text):
        return text
    notices.append(
        f"{end}, {quoted(text)}, is not a day, month or year such as "
        "2022-01-13, 2022-01 or 2022, so it was left out."
    )
    return ""


def _in_order(first: str, last: str, notices: list[str]) -> tuple[str, str]:
    start, stop = (period_end(text) if text else None for text in (first, last))
    if not start or not stop or start.earliest is None or stop.latest is None:
        return first, last
    if start.earliest <= stop.latest:
        return first, last
    notices.append("The period ended before it began, so its two ends were exchanged.")
    return last, first


def _parse_query(asked: list[str], notices: list[str]) -> str:
    if not asked:
        return ""
    text = "".join(" " if _is_control(sign) else sign for sign in asked[0][: MAX_QUERY_LENGTH + 1])
    words = text.split()
    if len(text) > MAX_QUERY_LENGTH:
        notices.append(f"The search was cut to its first {MAX_QUERY_LENGTH} characters.")
    if len(words) > MAX_WORDS:
        notices.append(f"Only the first {MAX_WORDS} words of the search were used.")
    return " ".join(words[:MAX_WORDS])[:MAX_QUERY_LENGTH].rstrip()


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")
