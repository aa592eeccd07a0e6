"""The parts beside the timeline ready for the wire, made once for all who look at the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dossier.keeping import KeptLast
from dossier.kept import kept_with_dossier
from dossier.model import Dossier
from dossier.views.packing import squeezed
from dossier.views.view import View

MOST_KEPT = 256
LARGEST = 100_000  # bytes


def drawn_part(dossier: Dossier, name: str, view: View, make: Callable[[], Any]) -> bytes:
    """The squeezed data of the part of this name, made only if nobody has asked for it lately.

    It must follow from the dossier and the view alone, save for what the view could not be given.
    """
    key = (name, replace(view, said=()))
    return _kept(dossier).get(key, lambda: squeezed(make()))


@kept_with_dossier
def _kept(dossier: Dossier) -> KeptLast[bytes]:
    return KeptLast(MOST_KEPT, lambda made: len(made) <= LARGEST)
