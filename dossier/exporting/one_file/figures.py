"""Figures: every quoted number over its passage, drawn where a drawing says more, and the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dossier.exporting.one_file.bars import axis, bar, soft_fill
from dossier.exporting.one_file.pieces import (
    address,
    doubt_line,
    event_links,
    passage,
    place,
    screen,
    title_of,
    voice,
)
from dossier.markup import Markup, joined, markup
from dossier.model import Dossier, Excerpt
from dossier.resting.doubts import check_doubts, figure_doubts
from dossier.sums.verdicts import SumResult, Verdict, run_checks
from dossier.views.chart_plan import Plan, chart_plan
from dossier.views.series import Quoted, Series, all_series

WORDS = "Every number the documents give, drawn as sure as it is said, beside its words."
NOTHING = "This dossier quotes no figures."
SUMS = "sums"
SUMS_WORDS = "Worked out from the figures when this file was made; nothing is typed in."
KEY = (
    ("exact", "exact: a sharp end"),
    ("about", "about, nearly, estimated: a soft end"),
    ("up-to", "up to: an open range, closed by a bracket"),
    ("at-least", "at least, more than: leads on"),
    ("words", "only words given: not drawn"),
)
GLYPHS: dict[Verdict, tuple[str, str]] = {
    "adds up": ("✓", "Adds up"),
    "about": ("≈", "About"),
    "does not": ("≠", "Does not add up"),
    "cannot tell": ("?", "Cannot tell"),
}


def figures_screen(dossier: Dossier) -> Markup:
    """How to read the marks, every series, and the sums an editor would run."""
    every = sorted(all_series(dossier), key=lambda each: chart_plan(each) is None)
    checks = _checks(dossier)
    if not every:
        return screen("figures", "Figures", WORDS, markup("p", NOTHING), checks)
    drawn = [_charted(dossier, each, plan) for each in every if (plan := chart_plan(each))]
    plain = [_numbers(dossier, each) for each in every if chart_plan(each) is None]
    alone = markup("h3", "Numbers that stand alone", class_="part") if plain and drawn else None
    box = markup("div", *plain, class_="plain-series")
    return screen(
        "figures", "Figures", WORDS, soft_fill(), _key(), _jump(every, checks), *drawn, alone, box,
        checks,
    )  # fmt: skip


def _key() -> Markup:
    marks = [
        markup("li", markup("span", class_=f"key-mark {kind}", aria_hidden="true"), words)
        for kind, words in KEY
    ]
    marks.append(markup("li", markup("i", "✓ 41–100"), "where the words stand, in characters"))
    return markup("ul", *marks, class_="figure-key", aria_label="How to read the marks")


def _jump(every: Sequence[Series], checks: Markup | None) -> Markup:
    links = [
        markup("li", markup("a", each.title, href=address("series", each.slug))) for each in every
    ]
    if checks:
        sums = markup("a", "Sums an editor would run", href=address("series", SUMS))
        links.append(markup("li", sums))
    return markup("nav", markup("ul", *links), class_="figure-jump", aria_label="Series")


def _charted(dossier: Dossier, series: Series, plan: Plan) -> Markup:
    """A series with its bars on the left and its passages on the right."""
    return markup(
        "section",
        markup("h3", series.title, id=place("series", series.slug), tabindex="-1"),
        markup("p", _lead(series, plan), class_="series-lead"),
        markup(
            "div",
            markup("div", *(_row(row, plan) for row in _in_order(plan)), axis(plan), class_="bars"),
            cards(dossier, series.all_rows),
            class_="charted",
        ),
        class_="series",
    )


def _in_order(plan: Plan) -> list[Quoted]:
    """The rows of a plan, by date where time is what tells them apart."""
    timed = [row for moment in plan.moments for row in moment.rows]
    return timed or list(plan.rows)


def _numbers(dossier: Dossier, series: Series) -> Markup:
    return markup(
        "section",
        markup("h4", series.title, id=place("series", series.slug), tabindex="-1"),
        cards(dossier, series.all_rows),
        class_="series small" if len(series.all_rows) < 3 else "series",
    )


def _lead(series: Series, plan: Plan) -> str:
    """What is counted, and how many numbers from how many documents."""
    units = ["per cent" if unit == "%" else unit for unit in plan.units]
    counted = " and ".join(units) + (", which are not the same count" if len(units) > 1 else "")
    known = {row.source for row in series.all_rows if row.source}
    many, of = len(series.all_rows), len(known)
    numbers = f"{many} number{'s' if many != 1 else ''}"
    counts = f"{numbers} from {of} document{'s' if of != 1 else ''}"
    return f"Counted in {counted} · {counts}" if counted else counts


def _row(row: Quoted, plan: Plan) -> Markup:
    """A number, what it counts and when, over its bar."""
    said = " · ".join(part for part in (row.figure.label, row.period) if part)
    return markup(
        "div",
        markup("p", markup("b", row.words), markup("span", said)),
        bar(row, plan),
        class_="bar-row",
    )


def cards(dossier: Dossier, rows: Sequence[Quoted]) -> Markup:
    """Every number with its passage; neighbours from one passage share a card."""
    ordered = sorted(rows, key=lambda row: row.only_words)
    groups = [list(group) for _, group in groupby(ordered, key=lambda row: row.figure.excerpt_id)]
    return markup("div", *(_card(dossier, group) for group in groups), class_="figure-cards")


def _card(dossier: Dossier, rows: list[Quoted]) -> Markup:
    first = rows[0]
    if first.excerpt is None:
        said = markup("p", "No passage is given for this number.", class_="figure-note")
    else:
        parts = (passage(dossier, first.excerpt), event_links(first.events))
        said = joined([part for part in parts if part])
    return markup("div", *(_number(dossier, row) for row in rows), said, class_="figure-card")


def _number(dossier: Dossier, row: Quoted) -> Markup:
    """The number, what it counts and when, and what to beware of."""
    when = row.period or "no period given"
    if row.figure.period_basis in ("derived", "inferred"):
        when = f"{when}, period {row.figure.period_basis}"
    remark = f"{row.remark[:1].upper()}{row.remark[1:]}." if row.remark else ""
    notes = " ".join(part for part in (remark, row.figure.note) if part)
    return markup(
        "div",
        markup("p", *_large(row), class_="figure-number"),
        markup("p", f"{row.figure.label} · {when}", class_="figure-label"),
        markup("p", notes, class_="figure-note") if notes else None,
        doubt_line(figure_doubts(dossier, row.figure)),
        class_="figure-head",
    )


def _large(row: Quoted) -> list[Markup]:
    if row.only_words:
        return [markup("span", row.number, class_="only-words")]
    tail = row.words.removeprefix(row.number).strip()
    return [markup("b", row.number), markup("span", f" {tail}" if tail else "")]


def _checks(dossier: Dossier) -> Markup | None:
    """The sums, each with its arithmetic, its verdict and the words it rests on."""
    results = run_checks(dossier)
    articles = [article for each in results if (article := _check(dossier, each))]
    if not articles:
        return None
    return markup(
        "section",
        markup("h3", "Sums an editor would run", id=place("series", SUMS), tabindex="-1"),
        markup("p", SUMS_WORDS, class_="series-lead"),
        _tally(results),
        markup("div", *articles, class_="check-grid"),
        class_="figure-sums",
    )


def _tally(results: Sequence[SumResult]) -> Markup:
    counts = Counter(result.verdict for result in results)
    parts = [markup("li", _verdict(each), f" {counts[each]}") for each in GLYPHS if counts[each]]
    return markup("ul", *parts, class_="check-tally", aria_label="Verdicts")


def _verdict(verdict: Verdict) -> Markup:
    sign, words = GLYPHS[verdict]
    glyph = markup("span", sign, class_="glyph", aria_hidden="true")
    return markup("span", glyph, f" {words}", class_=f"verdict {verdict.replace(' ', '-')}")


def _check(dossier: Dossier, result: SumResult) -> Markup | None:
    check = result.check
    if check is None:
        return None
    terms = (
        ("In words", result.formula_words),
        ("In numbers", result.formula_numbers),
        ("Result", result.reason),
    )
    lines = [markup("div", markup("dt", term), markup("dd", said)) for term, said in terms if said]
    excerpt = dossier.excerpt(check.excerpt_id)
    return markup(
        "article",
        markup("h4", check.statement),
        markup("p", _verdict(result.verdict), class_="check-verdict"),
        doubt_line(check_doubts(dossier, check)),
        markup("dl", *lines),
        markup("p", check.note, class_="figure-note") if check.note else None,
        _behind(dossier, excerpt) if excerpt else None,
        id=place("check", check.check_id),
        class_="check",
    )


def _behind(dossier: Dossier, excerpt: Excerpt) -> Markup:
    """Who makes the claim, and the events under whose dates the words stand."""
    document = dossier.document(excerpt.document_id)
    said = markup("p", voice(excerpt, document), f", {title_of(document, '')}")
    links = event_links([event for each in excerpt.event_ids if (event := dossier.event(each))])
    return markup("div", said, links, class_="behind")
