"""How to mend a text that is not a date; no proposal is made that would itself be refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from dossier.dates.parts import MONTHS, SEASONS, DateError, read_written

_EXAMPLES = (
    "not a date; write for example 2022-01-13, 2022-01, 2022, 2022~ (about), 2021-01/2022-11"
    " (lasted) or [..2022-07-04] (once, by then)"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_SHOWN = 60

Proposal = Callable[[re.Match[str]], tuple[str, ...]]


def shown(text: str) -> str:
    """Make a text fit for a message: cut when long, and without unprintable characters."""
    cut = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return cut if cut.isprintable() else ascii(cut)[1:-1]


def mend(text: str, piece: str) -> str:
    """Say how to write the date; `piece` is the part of the text that failed."""
    if advice := _advice(text):
        return advice
    where = f"“{shown(piece)}” is " if piece and piece != text else ""
    if where and (advice := _advice(piece)):
        return f"for “{shown(piece)}” {advice}"
    return where + _EXAMPLES


def _advice(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    plain = _WEEKDAY.sub("", plain)
    if tight := _joined(plain):
        return f"write {tight}"
    if plain != text and _reads(plain):
        return f"write {plain}"
    for pattern, proposal in _REWRITES:
        found = pattern.fullmatch(plain)
        if found and (ways := proposal(found)) and all(map(_reads, ways)):
            return _offer(ways)
    return next((advice for pattern, advice in _ADVICE if pattern.search(plain)), "")


def _offer(ways: tuple[str, ...]) -> str:
    if len(ways) == 1:
        return f"write {ways[0]}"
    if "/" not in ways[0]:
        return f"write {ways[0]} if the day comes first, {ways[1]} if the month does"
    return f"write {ways[0]} if it lasted, {ways[1]} if it happened once in that time"


def _reads(text: str) -> bool:
    try:
        read_written(text)
    except DateError:
        return False
    return True


def _joined(text: str) -> str:
    """Take out stray spaces, but never join two numbers into one."""
    tight = re.sub(r"(?<![0-9]) +| +(?![0-9])", "", text)
    return tight if tight != text and _reads(tight) else ""


def _iso(year: str, month: str, day: str = "") -> str:
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _numbered(found: re.Match[str]) -> tuple[str, ...]:
    """Turn day.month.year or month.day.year round, keeping the orders that give a date."""
    first, second, year = found.groups()
    ways = _iso(year, second, first), _iso(year, first, second)
    return tuple(way for way in dict.fromkeys(ways) if _reads(way))


def _year_and_more(found: re.Match[str]) -> tuple[str, ...]:
    """Take 2021/4 for a month and 2021/22 for two years."""
    if int(found[2]) <= 12:
        return (_iso(found[1], found[2]),)
    return _two_years(found[1], found[1][:2] + found[2])


def _two_years(first: str, last: str) -> tuple[str, ...]:
    return f"{first}/{last}", f"[{first}..{last}]"


def _month(name: str) -> str:
    short = name[:3].capitalize()
    return next(f"{n:02d}" for n, month in enumerate(MONTHS, 1) if month[:3] == short)


def _season(found: re.Match[str]) -> tuple[str, ...]:
    codes = {name: code for code, name in SEASONS.items()} | {"fall": 23}
    return (f"{found[2]}-{codes[found[1].lower()]}",)


def _time(found: re.Match[str]) -> tuple[str, ...]:
    """Join a date and a clock time; midnight is what a spreadsheet adds to a bare date."""
    return (found[1] if not found[2].strip("0:") else f"{found[1]}T{found[2]}",)


def _before_our_era(found: re.Match[str]) -> tuple[str, ...]:
    year = 1 - int(found[1])
    return ("0000" if year == 0 else f"{year:05d}",)


_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +", re.IGNORECASE | re.ASCII)
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + "|sept"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_REWRITES: tuple[tuple[re.Pattern[str], Proposal], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), proposal)
    for pattern, proposal in (
        (r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", _numbered),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", lambda m: (_iso(*m.groups()),)),
        (r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})", lambda m: (_iso(*m.groups()),)),
        (r"([0-9]{4})[-./]([0-9]{1,2})", _year_and_more),
        (r"([0-9]{1,2})[./-]([0-9]{4})", lambda m: (_iso(m[2], m[1]),)),
        (r"([0-9]{4})(?:-| - | to )([0-9]{4})", lambda m: _two_years(m[1], m[2])),
        (rf"{_DAY}\.? ({_NAMES})\.?,? ([0-9]{{4}})", lambda m: (_iso(m[3], _month(m[2]), m[1]),)),
        (rf"({_NAMES})\.? {_DAY},? ([0-9]{{4}})", lambda m: (_iso(m[3], _month(m[1]), m[2]),)),
        (rf"({_NAMES})\.?,? ([0-9]{{4}})", lambda m: (_iso(m[2], _month(m[1])),)),
        (r"(spring|summer|autumn|fall|winter)(?: of)? ([0-9]{4})", _season),
        (r"(?:about|around|circa|approximately|ca?\.?) ?([0-9-]+)", lambda m: (f"{m[1]}~",)),
        (r"([0-9]{4}) ?(?:AD|CE)", lambda m: (m[1],)),
        (r"([1-9][0-9]{0,3}) ?BCE?", _before_our_era),
        (r"(?:the )?([0-9]{3})0'?s", lambda m: (f"{m[1]}X",)),
        (r"([0-9]{2}[0-9UX]{2}(?:-[0-9UX]{2}){0,2})", lambda m: (re.sub("[ux]", "X", m[1]),)),
        (r"(.*)(?:\?~|~\?)", lambda m: (f"{m[1]}%",)),
        (r"([0-9-]{10}),? +([0-9:]{5,8})", _time),
        (r"(.+T[0-9:]{8})[.,][0-9]+(.*)", lambda m: (m[1] + m[2],)),
        (r"(.*)/(?:open|now|ongoing|present|today)", lambda m: (f"{m[1]}/..",)),
        (r"(.*)/unknown", lambda m: (f"{m[1]}/",)),
    )
)
_ADVICE = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), advice)
    for pattern, advice in (
        (
            r"^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}$",
            "there is no such day; write year-month-day, as in 2022-01-13",
        ),
        (r"^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}$", "write the year first, in four digits"),
        (
            r"[?~%][0-9-]",
            "a qualifier stands at the end and holds for the whole date, as in 2022-11-03?",
        ),
        (r"T[0-9:Z+-]+[?~%]$", "no qualifier after a time; leave out the one or the other"),
        (r"^\[.*\][?~%]$", "write the qualifier inside the brackets, as in [2021~..2022]"),
        (
            r"^\[.*(?:\.\..*,|,.*\.\.).*\]$",
            "write either a list, as in [2021,2022], or one window, as in [2021..2022]",
        ),
        (r"^\{.*\}$", "braces mean all of these; write one event for each, or an interval"),
        (r"^Y?-?[0-9]{5,}", "years run from -9999 to 9999, in four digits"),
        (r"^-?[0-9]{1,3}$", "write the year in four digits: 0800, or -0043 for 44 BCE"),
        (
            r"^-?(?=[0-9]*X)[0-9X]{4}(?:-|$)",
            "X stands for the end of a year or for a whole month or day, as in 199X, 20XX and"
            " 2022-XX; write another window as [1000..1999]",
        ),
        (r"/.*/", "an interval has one stroke, as in 2021-01/2022-11"),
        (
            r"\b(?:before|by|until)\b",
            "write [..2022-07-04] if it happened once, no later than that day, and"
            " ../2022-07-04 if it lasted until then",
        ),
        (
            r"\b(?:after|since|from)\b",
            "write [2022-07-04..] if it happened once, no sooner than that day, and"
            " 2022-07-04/.. if it has lasted since",
        ),
    )
)
