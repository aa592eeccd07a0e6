"""What an address made on an older version must say: that the event has changed since, and how."""

from __future__ import annotations

from typing import Any

from dossier.dates.words import date_words
from dossier.diffing.since import corrections_of, parse_mark, version_mark, withdrawal
from dossier.model import Correction, Dossier, Event
from dossier.selecting.selection import quoted

NO_REASON = "No reason is given."


def since_data(dossier: Dossier, event: Event, mark: str) -> dict[str, Any] | None:
    """What was corrected of an event after a version mark, in words; None where nothing was."""
    made = parse_mark(mark)
    changes = corrections_of(dossier, event, made.corrections) if made else ()
    if made is None or not changes:
        return None
    version = f" on version {made.version}" if made.version else ""
    count = "one correction" if len(changes) == 1 else f"{len(changes)} corrections"
    return {
        "words": f"Changed since this link was made{version}: {count} of what is shown here.",
        "lines": [correction_data(each) for each in changes],
    }


def mark_notices(dossier: Dossier, event_id: str, mark: str) -> list[str]:
    """What an address's version mark asks that can't be given; nothing where it names no event."""
    if not event_id:
        return []
    gone = withdrawal(dossier, event_id) if dossier.event(event_id) is None else None
    if gone is not None:
        reason = gone.reason or NO_REASON
        return [f"The event was withdrawn on {date_words(gone.date)}. {reason}"]
    if not mark:
        return []
    made = parse_mark(mark)
    if made is None:
        return [f"The version in the address, {quoted(mark)}, can't be read, so it was left out."]
    if made.corrections > len(dossier.corrections):
        return [
            f"The link was made on a later version than this one ({quoted(mark)}; this is "
            f"“{version_mark(dossier)}”), so what has changed between them can't be said."
        ]
    return []


def correction_data(correction: Correction) -> dict[str, str]:
    """One correction in words, with what it said before and says now."""
    return {
        "date": date_words(correction.date),
        "column": corrected_words(correction),
        "before": correction.before,
        "after": correction.after,
        "reason": correction.reason or NO_REASON,
    }


def corrected_words(correction: Correction) -> str:
    """What was corrected, in words: a column of the event itself, or of a row it rests on."""
    column = correction.column or "the row"
    if correction.table == "events":
        return column
    return f"{column} of the {correction.table.removesuffix('s')} {correction.row_id}"
