"""One event as structured data for search engines: schema.org's Event, or a Claim."""

from __future__ import annotations

import json
from typing import Any

from dossier.dates.edtf import HonestDate, parse_date
from dossier.dates.words import date_words
from dossier.exporting.citing import plain_date
from dossier.exporting.linked import linked
from dossier.exporting.voices import attribution, speakers_of
from dossier.knowing.said import known_words
from dossier.model import Document, Dossier, Event, Excerpt

HAPPENED = ("occurred", "ongoing", "background")
_SIGNS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def event_record(dossier: Dossier, event: Event, address: str) -> dict[str, Any]:
    """Give what happened as an Event; what is announced or claimed only, as a Claim."""
    excerpts = linked(dossier).excerpts_of(event.event_id)
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event" if event.status in HAPPENED else "Claim",
        "@id": address,
        "url": address,
        "name": event.title,
        "description": event_words(dossier, event),
        "inLanguage": dossier.about.language,
    }
    if event.status in HAPPENED:
        record |= event_dates(event.date)
        record["subjectOf"] = [_work(dossier, each) for each in excerpts]
    else:
        names = [{"@type": "Thing", "name": each} for each in speakers_of(excerpts)]
        record |= {"text": event.title, "claimInterpreter": names} if names else {}
        record["appearance"] = [_work(dossier, each) for each in excerpts]
    return {name: value for name, value in record.items() if value}


def event_words(dossier: Dossier, event: Event) -> str:
    """Say when, who says so, and what; in this order, since descriptions are cut at their end."""
    said = f"{attribution(dossier, event)}."
    known = known_words(dossier, "events", event.event_id)
    parts = (
        f"{date_words(event.date)}.",
        f"{known}." if known else "",
        said,
        event.summary.strip(),
    )
    return " ".join(filter(None, parts))


def event_dates(date: HonestDate) -> dict[str, str]:
    """Give start and end as far as they are plain days, months or years; nothing finer, ever."""
    if plain := plain_date(date):
        return {"startDate": _iso(plain)}
    first, slash, last = date.text.partition("/")
    if not slash:
        return {}
    ends = {"startDate": first, "endDate": last}
    plain_ends = {
        name: plain_date(parse_date(text)) for name, text in ends.items() if _is_set(text)
    }
    return {name: _iso(plain) for name, plain in plain_ends.items() if plain}


def json_ld(record: dict[str, Any]) -> str:
    """Write a record so that nothing in it ends the script element that it stands in."""
    text = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace").decode()
    return "".join(_SIGNS.get(sign, sign) for sign in text)


def _is_set(text: str) -> bool:
    return text not in ("", "..")


def _iso(plain: tuple[int, ...]) -> str:
    return "-".join((f"{plain[0]:04d}", *(f"{number:02d}" for number in plain[1:])))


def _work(dossier: Dossier, excerpt: Excerpt) -> dict[str, Any]:
    document = linked(dossier).document(excerpt.document_id)
    work = {
        "@type": "Quotation",
        "text": excerpt.exact,
        "creator": {"@type": "Thing", "name": excerpt.speaker} if excerpt.speaker else None,
        "isPartOf": _part_of(document, excerpt.document_id),
    }
    return {name: value for name, value in work.items() if value}


def _part_of(document: Document | None, document_id: str) -> dict[str, Any]:
    if document is None:
        return {"@type": "CreativeWork", "name": document_id}
    work = {
        "@type": "CreativeWork",
        "name": document.title or document_id,
        "publisher": {"@type": "Organization", "name": document.publisher},
        "url": document.url,
        "datePublished": _iso(plain) if (plain := plain_date(document.published)) else "",
    }
    return {name: value for name, value in work.items() if value and value != _NOBODY}


_NOBODY = {"@type": "Organization", "name": ""}
