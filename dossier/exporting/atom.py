"""The log of corrections as an Atom feed (RFC 4287); dates come from the log, never a clock."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from dossier.dates.days import civil
from dossier.dates.edtf import HonestDate
from dossier.dates.words import date_words
from dossier.model import Correction, Dossier

MOST = 200  # entries in the feed, the newest
# Atom asks for a time even of a feed without entries; this one can't be taken for a real one.
NEVER = "1970-01-01T00:00:00Z"
NOTHING = "Nothing has been corrected since this version was made."

# What XML 1.0 can't hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def corrections_feed(dossier: Dossier, base: str) -> bytes:
    """Write the feed; `base` is the address that the app is served at, with a slash at its end."""
    log = sorted(dossier.each("corrections"), key=_first_day, reverse=True)[:MOST]
    about, self_url = dossier.about, f"{base}corrections.atom"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_name(about.name, 'corrections')}</id>",
        f"<title>{_text(f'Corrections: {about.title}')}</title>",
        f"<subtitle>{_text('' if log else NOTHING)}</subtitle>",
        f"<updated>{_moment(log[0].date) if log else NEVER}</updated>",
        f"<author><name>{_text(about.title)}</name></author>",
        f'<link rel="self" href={_address(self_url)}/>',
        f'<link rel="alternate" href={_address(f"{base}data#corrections")}/>',
        *(line for each in log for line in _entry(dossier, each, base)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(dossier: Dossier, correction: Correction, base: str) -> Iterator[str]:
    row, column = f"{correction.table} {correction.row_id}", correction.column or "the row"
    said = (
        f"{date_words(correction.date)}: {column} was “{correction.before}”, "
        f"is “{correction.after}”. {correction.reason}"
    )
    moment = _moment(correction.date)
    yield "<entry>"
    yield f"<id>{_entry_name(dossier, correction)}</id>"
    yield f"<title>{_text(f'{row}: {column}')}</title>"
    yield f"<updated>{moment}</updated>"
    yield f'<link rel="alternate" href={_address(base + _page(dossier, correction))}/>'
    yield f'<content type="text">{_text(said)}</content>'
    yield "</entry>"


def _page(dossier: Dossier, correction: Correction) -> str:
    is_event = correction.table == "events" and dossier.event(correction.row_id) is not None
    return f"?event={quote(correction.row_id, safe='')}" if is_event else "data#corrections"


def _entry_name(dossier: Dossier, correction: Correction) -> str:
    """The entry's permanent name: the same words on the same day are the same correction."""
    cells = (
        correction.date.text, correction.table, correction.row_id, correction.column,
        correction.before, correction.after,
    )  # fmt: skip
    return _name(dossier.about.name, *cells)


def _name(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, _clean(chr(31).join(parts)))}"


def _first_day(correction: Correction) -> int:
    return correction.date.earliest or 0


def _moment(date: HonestDate) -> str:
    """The first moment of the logged day, which a feed needs; the words beside it say the rest."""
    year, month, day = civil(date.earliest) if date.earliest is not None else (1970, 1, 1)
    return f"{max(year, 0):04d}-{month:02d}-{day:02d}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _address(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
