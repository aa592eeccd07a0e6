"""Packing: an Office file without the hour at which it was made, so that equal means equal."""

from __future__ import annotations

import io
import re
import zipfile

_STAMP = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can write


def repacked(data: bytes) -> bytes:
    """Write a package again, and every workbook in it, with neither times nor dates of making."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, _part(name, source.read(name)))
    return made.getvalue()


def _part(name: str, data: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return repacked(data)
    return _STAMP.sub(b"", data) if name.endswith("core.xml") else data
