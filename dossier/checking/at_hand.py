"""The documents that are at hand while the program runs, read again when they change."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dossier.checking.receipts import SUFFIX, DocumentText, documents_folder, read_documents

Signature = tuple[tuple[str, int, int], ...]


def current_documents() -> dict[str, DocumentText]:
    """The documents in the folder that the environment names, by id; none where it names none."""
    folder = documents_folder()
    return _read(folder, _signature(folder)) if folder else {}


def _signature(folder: Path) -> Signature:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
        stats = [(path.name, path.stat()) for path in found]
    except OSError:
        return ()
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@lru_cache(maxsize=2)
def _read(folder: Path, signature: Signature) -> dict[str, DocumentText]:
    return read_documents(folder) if signature else {}
