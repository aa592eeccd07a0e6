"""Text to values by the schema: a cell that can't be used is said, and costs only itself."""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.dates.edtf import DateError, parse_date
from dossier.problems import Nearest, Severity
from dossier.reading.oddities import UNSEEN, odd_findings, reads_empty
from dossier.schema import Field

_WHOLE = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_SEPARATED = re.compile(r"[+-]?[0-9]{1,3}(?:[,.' \u00a0\u2009\u202f’][0-9]{3})+(?:\.[0-9]+)?")
# How cells begin that need no second look: not with white space, nor as a formula does; where
# signs may be there that can't be seen, with a letter or a digit.
_START = r"[^\s=@#+\-]"
_WORD_START = r"\w"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one cell; `lost` says that its value can't be used."""

    severity: Severity
    code: str
    message: str
    hint: str = ""
    lost: bool = False


Judged = tuple[Any, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column as values, with the findings of its cells by position."""

    values: list[Any]
    findings: list[tuple[int, Finding]]


def parse_column(field: Field, cells: Sequence[str], *, odd: bool) -> Column:
    """Turn the cells of a column into values: text, a tuple, or a float with NaN for none.

    Dates stay text. A lost value becomes the empty value of its kind, or the field's default.
    `odd` asks for a search for characters that a reader doesn't see.
    """
    fine, judge = _fine(field, odd), judge_of(field, odd=odd)
    doubted = cells if fine is None else [cell for cell in cells if not fine(cell)]
    if not doubted:
        return Column(list(cells), [])
    judged = {cell: judge(cell) for cell in dict.fromkeys(doubted)}
    values = [judged[cell][0] if cell in judged else cell for cell in cells]
    faulty = {cell: findings for cell, (_, findings) in judged.items() if findings}
    if not faulty:
        return Column(values, [])
    faults = ((at, faulty[cell]) for at, cell in enumerate(cells) if cell in faulty)
    return Column(values, [(at, finding) for at, findings in faults for finding in findings])


def judge_of(field: Field, *, odd: bool) -> Callable[[str], Judged]:
    """Give the function that judges a cell of a field: its value, and what is wrong with it."""
    judge: Callable[[Field, str], Judged]
    if field.kind == "list":
        judge = _list
    elif field.kind == "date":
        judge = _date
    elif field.kind in ("integer", "number"):
        judge = _number
    elif field.enum:
        nearest = Nearest(field.enum)
        return lambda cell: _filled(field, cell, lambda f, c: _choice(f, c, nearest), odd)
    else:
        judge = _token if _is_token(field) else _text
    return lambda cell: _filled(field, cell, judge, odd)


def _fine(field: Field, odd: bool) -> Callable[[str], object] | None:
    """Give a quick test that only cells pass which are their own value without any finding.

    None where cells repeat themselves or become other values, so that each is judged once.
    """
    if field.kind != "text" or field.enum:
        return None
    shape = _shape(field, odd)
    if not odd and field.max_words is None:
        return shape

    def fine(cell: str) -> bool:
        seen = not odd or (cell.isascii() and cell.isprintable()) or not UNSEEN.search(cell)
        few = field.max_words is None or len(cell.split()) <= field.max_words
        return seen and few and shape(cell) is not None

    return fine


def _shape(field: Field, odd: bool) -> Callable[[str], re.Match[str] | None]:
    """Give the match that a cell must pass to be fine: how it begins, its length, its pattern."""
    start = rf"(?={_WORD_START if odd else _START})"
    length = "" if field.max_length is None else rf"(?=(?s:.{{0,{field.max_length}}})\Z)"
    if not _is_token(field):
        return re.compile(start + length).match
    return re.compile(rf"{start}{length}(?:{field.pattern or '(?s:.*)'})(?<!\s)").fullmatch


def empty_value(field: Field) -> Any:
    """Give what a field holds where there is no value."""
    if field.kind == "list":
        return ()
    if field.kind in ("integer", "number"):
        return math.nan if field.default is None else field.default
    return ""


def _filled(field: Field, cell: str, judge: Callable[[Field, str], Judged], odd: bool) -> Judged:
    """Judge a cell, an empty one by whether it may be so."""
    if not cell.strip() or (odd and reads_empty(cell)):
        return _empty(field, cell)
    value, findings = judge(field, cell)
    if odd or cell[0] in "=@#+-\t\r":
        more = tuple(Finding(*each) for each in odd_findings(field, cell, odd=odd))
        return value, findings + more
    return value, findings


def _empty(field: Field, cell: str) -> Judged:
    value = cell if field.kind == "text" and not _is_token(field) else empty_value(field)
    name = field.title
    if field.required:
        lost = Finding(
            "error", "constraint-error", f"no {name.lower()}", "fill the cell", lost=True
        )
        return "", (lost,)
    if field.if_missing:
        return value, (
            Finding(field.if_missing, "empty-cell", f"no {name.lower()}", "fill the cell"),
        )
    return value, ()


def _is_token(field: Field) -> bool:
    """Say whether white space around the value can't be meant."""
    return bool(field.is_key or field.pattern or field.enum or field.reference)


def _lost(field: Field, code: str, message: str, hint: str) -> Judged:
    return empty_value(field), (Finding("error", code, message, hint, lost=True),)


def _text(field: Field, cell: str) -> Judged:
    return cell, _too_long(field, cell)


def _too_long(field: Field, cell: str) -> tuple[Finding, ...]:
    findings = []
    if field.max_length is not None and len(cell) > field.max_length:
        message = f"{len(cell)} characters; at most {field.max_length} are meant"
        findings.append(Finding("warning", "constraint-error", message, "shorten it"))
    if field.max_words is not None and (words := len(cell.split())) > field.max_words:
        message = f"{words} words; at most {field.max_words} may be quoted"
        findings.append(Finding("error", "constraint-error", message, "quote less of the passage"))
    return tuple(findings)


def _trimmed(cell: str) -> tuple[str, tuple[Finding, ...]]:
    text = cell.strip()
    if text == cell:
        return text, ()
    return text, (Finding("note", "white-space", "white space around the value left out"),)


def _token(field: Field, cell: str) -> Judged:
    text, findings = _trimmed(cell)
    if field.max_length is not None and len(text) > field.max_length:
        message = f"{len(text)} characters; at most {field.max_length} fit"
        return _lost(field, "constraint-error", message, "shorten it")
    if field.pattern and not re.fullmatch(field.pattern, text):
        return _lost(field, "constraint-error", *_unfit(field, text))
    return text, findings


def _unfit(field: Field, text: str) -> tuple[str, str]:
    """Say why a text doesn't fit the pattern of its field, and what to write."""
    if field.is_address:
        return "not an address of the web", "write it with https:// or leave the cell empty"
    if field.name == "sha256":
        return "not a fingerprint", "leave the cell empty; check --write fills it"
    if not field.is_key:
        return (
            f"not a {field.title.lower()} as meant here",
            f"write for example {field.examples[0]}",
        )
    joint = "_" if "~" not in field.pattern else "-"
    proposal = _slug(text, joint)
    where = "a formula" if joint == "_" else "an address"
    fits = proposal and re.fullmatch(field.pattern, proposal)
    hint = f"write “{proposal}”, here and wherever it is named" if fits else "write plain letters"
    return f"an id that doesn't fit in {where}", hint


def _slug(text: str, joint: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    slug = joint.join(words).lower()[:60]
    return f"f_{slug}" if joint == "_" and slug[:1].isdigit() else slug


def _choice(field: Field, cell: str, nearest: Nearest) -> Judged:
    text, findings = _trimmed(cell)
    if text in field.enum:
        return text, findings
    near = nearest.find(text)
    if near and near.casefold() == text.casefold():
        message = f"read as “{near}”"
        return near, (*findings, Finding("warning", "constraint-error", message, f"write “{near}”"))
    return _lost(field, "constraint-error", "not in the list of values", nearest.hint(text))


def _date(field: Field, cell: str) -> Judged:
    text, findings = _trimmed(cell)
    try:
        parse_date(text)
    except DateError as error:
        what, _, how = str(error).removeprefix(f"{text}: ").partition("; ")
        return _lost(field, "type-error", what, how)
    return text, findings


def _number(field: Field, cell: str) -> Judged:
    text, findings = _trimmed(cell)
    if not _NUMBER.fullmatch(text):
        return _lost(field, "type-error", *_no_number(text))
    value = float(text)
    if not math.isfinite(value):
        return _lost(field, "type-error", "too large a number", "write it in a larger unit")
    if len(re.sub(r"[^0-9]", "", text).strip("0")) > 15:
        message = "more digits than can be kept; the last ones are rounded"
        findings = (
            *findings,
            Finding("warning", "type-error", message, "write it in a larger unit"),
        )
    if field.kind == "integer" and not _WHOLE.fullmatch(text):
        if value != int(value):
            return _lost(field, "type-error", "not a whole number", "write a whole number")
        findings = (*findings, Finding("note", "type-error", f"read as {int(value)}"))
    if field.kind == "integer" and abs(value) > 2**53:
        return _lost(field, "type-error", "too large a number", "write a smaller number")
    return _in_range(field, value, findings)


def _in_range(field: Field, value: float, findings: tuple[Finding, ...]) -> Judged:
    low, high = field.minimum, field.maximum
    if low is not None and value < low:
        return _lost(field, "constraint-error", f"less than {low:g}", f"write {low:g} or more")
    if high is not None and value > high:
        return _lost(field, "constraint-error", f"more than {high:g}", f"write {high:g} or less")
    return value, findings


def _no_number(text: str) -> tuple[str, str]:
    """Say why a text is no number, and what to write."""
    plain = "".join(str(unicodedata.digit(char, char)) for char in text)
    plain = plain.replace("\u2212", "-").replace("–", "-")
    if text.casefold().strip("+-") in ("nan", "inf", "infinity", "na", "n/a", "null", "none"):
        return "not a number", "leave the cell empty if the document gives no number"
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1].strip()):
        return "a per cent sign in a number", f"write {text[:-1].strip()} and % as the unit"
    if _SEPARATED.fullmatch(text):
        joined = re.sub(r"[,' \u00a0\u2009\u202f’]", "", text)
        joined = joined if text.count(".") < 2 else joined.replace(".", "")
        return "separators in a number", f"write {joined}"
    if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text):
        return "a comma in a number", f"write {text.replace(',', '.')}"
    if re.fullmatch(r"[+-]?[0-9.]+[eE][+-]?[0-9]{1,2}", text):
        return "a number in scientific notation", "write all its digits"
    if re.fullmatch(r"[+-]?0[0-9]+(\.[0-9]+)?", text):
        return "zeros before a number", f"write {text.lstrip('+-0') or '0'}"
    if plain != text and _NUMBER.fullmatch(plain):
        return "a number in other signs", f"write {plain}"
    return "not a number", "write digits only, with a point before decimals"


def _list(field: Field, cell: str) -> Judged:
    # Interned, since lists repeat the same few entries.
    entries = [sys.intern(entry.strip()) for entry in cell.split(field.delimiter)]
    values = tuple(dict.fromkeys(entry for entry in entries if entry))
    if len(values) == len(entries):
        return values, ()
    findings = []
    if not values:
        findings.append(Finding("warning", "empty-cell", "a list of nothing", "empty the cell"))
    elif "" in entries:
        message = f"an empty entry between “{field.delimiter}” left out"
        findings.append(Finding("note", "constraint-error", message))
    if len(values) < len(entries) - entries.count(""):
        message = "an entry twice in a list; kept once"
        findings.append(Finding("warning", "constraint-error", message, "write it once"))
    return values, tuple(findings)
