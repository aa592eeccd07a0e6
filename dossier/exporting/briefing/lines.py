"""Text from data as one line that a document format can hold."""

from __future__ import annotations

import re

_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_UNFIT = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    """Write a text in one line; signs that neither XML nor PDF can hold become "\ufffd"."""
    return _UNFIT.sub("\ufffd", _BREAKS.sub(" ", text).strip())
