"""What each series is called and where it stands on the page: the editor's choice, in one list."""

from __future__ import annotations

import re

# Weight first to last; a series that isn't here follows in the order of its table. Titles only
# spell the name out, since the same name may be used by any other dossier.
EDITED = {
    "awaiting-departure": "People awaiting departure",
    "asylum-applications": "Asylum applications",
    "syrians-in-denmark": "Syrians in Denmark",
    "budget": "Budget",
    "siri-files": "SIRI files",
    "shares": "Shares",
}


def series_title(name: str) -> str:
    """A series as a heading: the editor's words, or its own name without hyphens."""
    return EDITED.get(name) or _plain(name) or "Other figures"


def series_slug(name: str) -> str:
    """A series as part of an address, an anchor and a file name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "other"


def series_weight(name: str) -> int:
    """A rank to sort by, small first; equal for all that the editor didn't place."""
    return list(EDITED).index(name) if name in EDITED else len(EDITED)


def _plain(name: str) -> str:
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]
