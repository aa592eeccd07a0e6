"""Which numbers lack what they are a part of, and which sums don't come out."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from dossier.model import Dossier
from dossier.selecting.links import Positions
from dossier.sums.verdicts import SumResult

SHARES = ("%", "share")


def shares_without_whole(dossier: Dossier, sums: Collection[SumResult]) -> Positions:
    """The figures that are shares and whose whole is not among the figures.

    The whole is known where a check on the same passage can be worked out from figures that are
    no shares themselves: then the documents give the counts that the share is of.
    """
    figures = dossier.figures
    shares = figures["unit"].isin(SHARES).to_numpy()
    of_shares = set(figures["figure_id"][shares])
    known = {
        each.check.excerpt_id
        for each in sums
        if each.check and each.result is not None and each.figures
        if of_shares.isdisjoint(each.figures)
    }
    return np.flatnonzero(shares & ~figures["excerpt_id"].isin(list(known)).to_numpy())


def sums_that(sums: Collection[SumResult], verdict: str) -> list[int]:
    """The places of the checks with this verdict."""
    return [at for at, each in enumerate(sums) if each.verdict == verdict]
