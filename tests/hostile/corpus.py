"""The corpus: every hostile case, made from the default dossier."""

from __future__ import annotations

from tests.hostile import (
    dates,
    descriptors,
    encodings,
    file_kinds,
    formulas,
    ids,
    injections,
    links,
    numbers,
    references,
    structure,
)
from tests.hostile.cases import Case

PARTS = (
    structure,
    encodings,
    ids,
    dates,
    references,
    numbers,
    injections,
    links,
    file_kinds,
    descriptors,
    formulas,
)
CASES: tuple[Case, ...] = tuple(case for part in PARTS for case in part.CASES)
