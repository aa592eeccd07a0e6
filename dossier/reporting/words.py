"""Which excerpts are not proven to stand in their documents, and which documents print no date."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dossier.checking.receipts import DocumentText, find_excerpt
from dossier.model import Dossier
from dossier.selecting.links import Positions

TRANSLATED = "translat"


def unverified_excerpts(dossier: Dossier, documents: Mapping[str, DocumentText]) -> list[int]:
    """The excerpts that were not found word for word, exactly once, in their documents.

    An excerpt whose document is at hand is looked for now; for others the place that the last
    check recorded counts, if the document's fingerprint was recorded with it.
    """
    recorded = _recorded(dossier)
    ids = dossier.excerpts["document_id"].tolist()
    return [at for at, name in enumerate(ids) if not _proven(dossier, at, documents.get(name),
            bool(recorded[at]))]  # fmt: skip


def undated_documents(dossier: Dossier) -> Positions:
    """The documents without a date of publication that is printed on them."""
    documents = dossier.documents
    printed = (documents["published"] != "") & documents["published_basis"].isin(["stated", ""])
    return np.flatnonzero(~printed.to_numpy())


def translated_documents(dossier: Dossier) -> Positions:
    """The documents that are translations of what is not held."""
    kinds = dossier.documents["kind"].str.casefold()
    translated = kinds.str.contains(TRANSLATED, regex=False)
    translated |= dossier.documents["translated_by"] != ""
    held = dossier.documents["original"] == "held"
    return np.flatnonzero((translated & ~held).to_numpy())


def _proven(dossier: Dossier, at: int, text: DocumentText | None, recorded: bool) -> bool:
    if text is None:
        return recorded
    return find_excerpt(text, dossier.row("excerpts", at)).receipt == "verified"


def _recorded(dossier: Dossier) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    printed = dossier.documents.loc[dossier.documents["sha256"] != "", "document_id"]
    known = dossier.excerpts["document_id"].isin(printed) & pd.notna(dossier.excerpts["start"])
    return known.to_numpy(np.bool_)
