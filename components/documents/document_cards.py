"""The documents of the dossier as cards: what each is, how much rests on it, and its receipt."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from components.documents.choice import Choice, documents_in_order
from dossier.checking.receipts import documents_folder, find_excerpt, read_documents
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import excerpt_links
from dossier.views.document_words import document_words

NOTHING = "This dossier has no documents: there is no documents.csv, or no row of it is readable."


def document_cards(dossier: Dossier, choice: Choice) -> dict[str, Any]:
    """All documents in order of publication, with those that are chosen."""
    excerpts, events = excerpt_counts(dossier), event_counts(dossier)
    cards = [
        {
            **document_words(dossier, name),
            "chosen": name in choice.documents,
            "note": _note(dossier, name),
            "counts": f"{counted(excerpts[name], 'excerpt')}, {counted(events[name], 'event')}",
            "receipt": receipt_words(receipts(dossier).get(name, Counter())),
            "found": set(receipts(dossier).get(name, ())) == {"verified"},
        }
        for name in documents_in_order(dossier)
    ]
    return {"part": "cards", "cards": cards, "empty": NOTHING}


def excerpt_counts(dossier: Dossier) -> Counter[str]:
    """How many excerpts each document gave."""
    return Counter(dossier.excerpts["document_id"].tolist())


@kept_with_dossier
def event_documents(dossier: Dossier) -> pd.DataFrame:
    """Each pair of an event's position and a document that speaks of it, once."""
    links = excerpt_links(dossier)
    said = dossier.excerpts["document_id"].to_numpy(dtype=object)[links.excerpt]
    pairs = pd.DataFrame({"event": links.event, "document": said}).drop_duplicates()
    return pairs[pairs["document"] != ""].reset_index(drop=True)


def event_counts(dossier: Dossier) -> Counter[str]:
    """How many events each document speaks of."""
    return Counter(event_documents(dossier)["document"].tolist())


@kept_with_dossier
def receipts(dossier: Dossier) -> dict[str, Counter[str]]:
    """How many excerpts of each document have which receipt, as found when first asked."""
    folder = documents_folder()
    texts = read_documents(folder) if folder else {}
    found: dict[str, Counter[str]] = {}
    for position in range(len(dossier.excerpts)):
        excerpt = dossier.row("excerpts", position)
        text = texts.get(excerpt.document_id)
        receipt: str = find_excerpt(text, excerpt).receipt if text else _last_check(excerpt.start)
        found.setdefault(excerpt.document_id, Counter())[receipt] += 1
    return found


def receipt_words(counts: Counter[str]) -> str:
    """What is known of a document's excerpts, in one line."""
    total = counts.total()
    if not total:
        return "No excerpt to check"
    if counts["verified"] == total:
        return "The one excerpt found word for word" if total == 1 else _all_found(total)
    if counts["position"] == total:
        return "Positions from the last check; the document is not at hand"
    if not counts["verified"] + counts["ambiguous"] + counts["not found"]:
        return "Not checked: the document is not at hand"
    told = (("verified", "found word for word"), ("ambiguous", "found more than once"))
    parts = [f"{counts[name]} {words}" for name, words in told if counts[name]]
    missing = counts["not found"]
    parts += [f"{missing} not found"] if missing else []
    return f"Of {counted(total, 'excerpt')} " + ", ".join(parts)


def counted(number: int, word: str) -> str:
    """A number with its noun: "1 event", "23 events"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _all_found(total: int) -> str:
    return f"All {total} excerpts found word for word"


def _last_check(start: int | None) -> str:
    return "unchecked" if start is None else "position"


def _note(dossier: Dossier, document_id: str) -> str:
    document = dossier.document(document_id)
    return document.published_note if document else ""
