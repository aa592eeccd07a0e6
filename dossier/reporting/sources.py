"""Which events rest on one document, or none, and which claims nobody answers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.selecting.links import Positions, excerpt_links, flat_lists, positions_of

AGREE = "agree"


def source_counts(dossier: Dossier) -> Positions:
    """How many documents each event rests on, in the order of the events."""
    links = excerpt_links(dossier)
    documents = dossier.excerpts["document_id"].to_numpy()[links.excerpt]
    pairs = pd.DataFrame({"event": links.event, "document": documents}).drop_duplicates()
    pairs = pairs[pairs["document"] != ""]
    return np.bincount(pairs["event"].to_numpy(np.intp), minlength=len(dossier.events))


@kept_with_dossier
def single_source(dossier: Dossier) -> npt.NDArray[np.bool_]:
    """Which events rest on one document alone, in the order of the events."""
    return np.asarray(source_counts(dossier) == 1, dtype=np.bool_)


def unanswered_claims(dossier: Dossier) -> Positions:
    """The events of status "claimed" that no comparison sets beside another speaker's answer.

    An answer is an excerpt of another speaker in the same comparison, unless the comparison says
    that they agree: who repeats a claim doesn't answer it.
    """
    answered = _answered_excerpts(dossier)
    links = excerpt_links(dossier)
    met = np.zeros(len(dossier.events), dtype=np.bool_)
    met[links.event[np.isin(links.excerpt, answered)]] = True
    claimed = (dossier.events["status"] == "claimed").to_numpy()
    return np.flatnonzero(claimed & ~met)


def _answered_excerpts(dossier: Dossier) -> Positions:
    chosen = dossier.comparisons[dossier.comparisons["relation"] != AGREE]
    group, names = flat_lists(chosen["excerpt_ids"])
    excerpt = positions_of(dossier.excerpts["excerpt_id"], names)
    members = pd.DataFrame({"group": group, "excerpt": excerpt})[excerpt >= 0]
    speakers = dossier.excerpts["speaker"].to_numpy()
    members["speaker"] = speakers[members["excerpt"].to_numpy()]
    several = members.groupby("group")["speaker"].transform("nunique") > 1
    return np.asarray(members.loc[several, "excerpt"].to_numpy(np.intp))
