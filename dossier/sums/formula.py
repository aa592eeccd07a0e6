"""Formulas: arithmetic over figures, read strictly, shown in words and in numbers, worked out.

Only + - * / **, signs, brackets, numbers, the names of figures, and abs, round, min, max and
weekday(y, m, d) are known. The evaluator is simpleeval's, on a tree that holds nothing else.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from simpleeval import SimpleEval

from dossier.dates.edtf import DateError, parse_date
from dossier.dates.words import date_words

MAX_LENGTH = 500
MAX_PARTS = 200
MAX_DEPTH = 30
MAX_SIZE = 1e15
MAX_POWER = 100.0
MAX_DIGITS = 12

Names = Mapping[str, str]


class FormulaError(ValueError):
    """A formula that can't be read or worked out; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that holds only what is allowed; ``figures`` in the order of first mention."""

    text: str
    tree: ast.expr
    figures: tuple[str, ...]


@lru_cache(maxsize=1024)
def parse_formula(text: str) -> Formula:
    """Read a formula; raises FormulaError for anything but bounded arithmetic over figures."""
    text = text.strip()
    if not text:
        raise FormulaError("There is no formula.")
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"The formula is longer than {MAX_LENGTH} characters.")
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError("The formula can't be read as a sum.") from error
    _check_size(tree)
    figures: dict[str, None] = {}
    _check_part(tree, figures)
    return Formula(text, tree, tuple(figures))


def formula_figures(text: str) -> tuple[str, ...]:
    """The ids of the figures that a formula names, none where it can't be read."""
    try:
        return parse_formula(text).figures
    except FormulaError:
        return ()


def formula_quotients(formula: Formula) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The figures above and below each division line of a formula."""
    for node in ast.walk(formula.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield _names(node.left), _names(node.right)


def _names(tree: ast.expr) -> frozenset[str]:
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def evaluate_formula(formula: Formula, values: Mapping[str, float]) -> float:
    """The result of a formula; raises FormulaError where there is none that is finite."""
    evaluator = SimpleEval(operators=OPERATORS, functions=FUNCTIONS, names=dict(values))
    try:
        result = float(evaluator.eval(formula.text, previously_parsed=formula.tree))
    except FormulaError:
        raise
    except ZeroDivisionError as error:
        raise FormulaError("The sum divides by zero.") from error
    except OverflowError as error:
        raise FormulaError("The sum becomes too large to work out.") from error
    except Exception as error:
        raise FormulaError("The sum can't be worked out.") from error
    if not math.isfinite(result):
        raise FormulaError("The sum becomes too large to work out.")
    return result


def shown_formula(formula: Formula, names: Names) -> str:
    """The formula as a reader sees it, each figure replaced by its name in ``names``."""
    return _shown(formula.tree, names)


def shown_number(value: float) -> str:
    """A number with thousands separated by commas and four significant digits or two decimals."""
    if abs(value) < MAX_SIZE and value == int(value):
        return f"{int(value):,}".replace("-", "−")
    if not 1e-6 < abs(value) < MAX_SIZE:
        return f"{value:.4g}".replace("-", "−")
    digits = max(2, 3 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


# --- what may stand in a formula


def _check_size(tree: ast.expr) -> None:
    level: list[ast.AST] = [tree]
    parts = depth = 0
    while level:
        parts, depth = parts + len(level), depth + 1
        if parts > MAX_PARTS or depth > MAX_DEPTH:
            raise FormulaError("The formula is too long or too deeply nested.")
        level = [child for node in level for child in ast.iter_child_nodes(node)]


def _check_part(node: ast.expr, figures: dict[str, None]) -> None:
    for child in _operands(node):
        _check_part(child, figures)
    if isinstance(node, ast.Name):
        figures[node.id] = None


def _operands(node: ast.expr) -> list[ast.expr]:
    """What a part of a formula works on; raises FormulaError if the part isn't allowed."""
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS:
            return [left, right]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
            return [operand]
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return args
        case ast.Call(func=ast.Name(id=name)) if name not in FUNCTIONS:
            raise FormulaError(
                "The formula uses something other than abs, round, min, max, weekday."
            )
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            if not abs(value) <= MAX_SIZE:
                raise FormulaError("A number in the formula is too large.")
            return []
        case ast.Name():
            return []
    raise FormulaError("The formula holds something other than figures, numbers and + - * / **.")


# --- how it is worked out: in floating point throughout, so that nothing can grow without bound


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MAX_POWER:
        raise FormulaError(f"The formula raises to a power beyond {MAX_POWER:.0f}.")
    try:
        return math.pow(base, exponent)
    except ValueError as error:
        raise FormulaError("The formula raises a number to a power that has no result.") from error


def _round(value: float, digits: float = 0) -> float:
    """Round halves away from zero, as by hand, to at most ``MAX_DIGITS`` digits."""
    if digits != int(digits) or abs(digits) > MAX_DIGITS:
        raise FormulaError(f"The formula rounds to something other than 0 to {MAX_DIGITS} digits.")
    unit = Decimal(1).scaleb(-int(digits))
    return float((Decimal(repr(float(value))) / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit)


def _weekday(year: float, month: float, day: float) -> float:
    """The day of the week, 1 for Monday to 7 for Sunday."""
    try:
        date = parse_date(_day_text(year, month, day))
    except (DateError, ValueError) as error:
        raise FormulaError(
            "The formula asks for the weekday of a day that doesn't exist."
        ) from error
    if date.earliest is None:
        raise FormulaError("The formula asks for the weekday of a day that doesn't exist.")
    return float((date.earliest - 1) % 7 + 1)


def _day_text(year: float, month: float, day: float) -> str:
    if any(part != int(part) for part in (year, month, day)):
        raise ValueError("not whole")
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def _in_floats(work: Callable[[float, float], float]) -> Callable[[float, float], float]:
    return lambda a, b: work(float(a), float(b))


OPERATORS: dict[type[ast.AST], Callable[..., float]] = {
    ast.Add: _in_floats(operator.add),
    ast.Sub: _in_floats(operator.sub),
    ast.Mult: _in_floats(operator.mul),
    ast.Div: _in_floats(operator.truediv),
    ast.Pow: _in_floats(_power),
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}
FUNCTIONS: dict[str, Callable[..., float]] = {
    "abs": lambda value: abs(float(value)),
    "round": _round,
    "min": lambda *values: float(min(values)),
    "max": lambda *values: float(max(values)),
    "weekday": _weekday,
}


# --- how it is shown

SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: (" + ", 1),
    ast.Sub: (" − ", 1),
    ast.Mult: (" × ", 2),
    ast.Div: (" ÷ ", 2),
    ast.Pow: (" to the power of ", 4),
}
CALLED = {
    "abs": "the size of",
    "round": "rounded",
    "min": "the smallest of",
    "max": "the largest of",
}


def _shown(node: ast.expr, names: Names) -> str:
    match node:
        case ast.Name(id=name):
            return names.get(name, name)
        case ast.Constant(value=int() | float() as value):
            return _shown_constant(value)
        case ast.UnaryOp(op=op, operand=operand):
            sign = "−" if isinstance(op, ast.USub) else ""
            return sign + _bracketed(operand, 3, names)
        case ast.BinOp(left=left, op=op, right=right):
            sign, rank = SIGNS[type(op)]
            if isinstance(op, ast.Pow):
                return _bracketed(left, rank + 1, names) + sign + _bracketed(right, rank, names)
            return _bracketed(left, rank, names) + sign + _bracketed(right, rank + 1, names)
        case ast.Call(func=ast.Name(id=function), args=args):
            return _shown_call(function, args, names)
    return ""


def _shown_constant(value: float) -> str:
    # Four digits may be a year, which takes no comma.
    return shown_number(value) if abs(value) >= 10_000 else str(value).removesuffix(".0")


def _bracketed(node: ast.expr, rank: int, names: Names) -> str:
    text = _shown(node, names)
    return f"({text})" if _rank(node) < rank else text


def _rank(node: ast.expr) -> int:
    if isinstance(node, ast.BinOp):
        return SIGNS[type(node.op)][1]
    if isinstance(node, ast.Call):
        return 0
    return 3 if isinstance(node, ast.UnaryOp) else 5


def _shown_call(function: str, args: list[ast.expr], names: Names) -> str:
    if function == "weekday":
        return f"the weekday of {_shown_day(args, names)}"
    if function == "round" and args:
        digits = _shown(args[1], names) if len(args) > 1 else ""
        places = f" to {digits} decimal{'' if digits == '1' else 's'}" if digits else ""
        return f"{_shown(args[0], names)}, rounded{places}"
    return f"{CALLED[function]} ({', '.join(_shown(arg, names) for arg in args)})"


def _shown_day(args: list[ast.expr], names: Names) -> str:
    try:
        return date_words(parse_date(_day_text(*(ast.literal_eval(arg) for arg in args))))
    except (ValueError, TypeError):
        return "-".join(_shown(arg, names) for arg in args)
