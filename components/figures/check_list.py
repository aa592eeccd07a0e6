"""The sums an editor would run, each with its arithmetic, its verdict and why."""

from __future__ import annotations

from collections import Counter

from components.figures.figure_cards import doubts_markup, passage
from components.markup import Markup, joined, markup
from dossier.kept import kept_with_dossier
from dossier.model import Check, Dossier
from dossier.resting.doubts import check_doubts
from dossier.sums.verdicts import SumResult, Verdict, run_checks
from dossier.views.series_headings import series_slug

# A glyph and a word each; the colour only repeats what they say.
GLYPHS: dict[Verdict, str] = {"adds up": "✓", "about": "≈", "does not": "≠", "cannot tell": "?"}
NAMES: dict[Verdict, str] = {
    "adds up": "Adds up",
    "about": "About",
    "does not": "Does not add up",
    "cannot tell": "Cannot tell",
}
LINK_WORDS = "Copy the address of this sum"


@kept_with_dossier
def check_list(dossier: Dossier) -> Markup:
    """All checks of a dossier, worked out; a sentence where there are none."""
    results = run_checks(dossier)
    if not results:
        return markup("p", "This dossier holds no checks.", class_="figure-note")
    articles = [
        _article(dossier, result, result.check) for result in results if result.check is not None
    ]
    return joined([_tally(results), markup("div", *articles, class_="check-grid")])


def check_anchor(check_id: str) -> str:
    """The id of a check on the page, to link to."""
    return f"check-{series_slug(check_id)}"


def _tally(results: tuple[SumResult, ...]) -> Markup:
    counts = Counter(result.verdict for result in results)
    parts = [
        markup("li", _verdict(verdict), f" {counts[verdict]}")
        for verdict in NAMES
        if counts[verdict]
    ]
    return markup("ul", *parts, class_="check-tally", aria_label="Verdicts")


def _verdict(verdict: Verdict) -> Markup:
    glyph = markup("span", GLYPHS[verdict], class_="glyph", aria_hidden="true")
    kind = f"verdict {verdict.replace(' ', '-')}"
    return markup("span", glyph, f" {NAMES[verdict]}", class_=kind)


def _article(dossier: Dossier, result: SumResult, check: Check) -> Markup:
    anchor = check_anchor(check.check_id)
    excerpt = dossier.excerpt(check.excerpt_id)
    said = None
    if excerpt is not None:
        events = tuple(found for each in excerpt.event_ids if (found := dossier.event(each)))
        said = passage(excerpt, dossier.document(excerpt.document_id), events)
    link = markup("a", "Copy link", href=f"#{anchor}", class_="anchor", title=LINK_WORDS)
    return markup(
        "article",
        markup("h3", check.statement, link, id=anchor, tabindex="-1"),
        markup("p", _verdict(result.verdict), class_="check-verdict"),
        doubts_markup(check_doubts(dossier, check)),
        _sum(result),
        markup("p", check.note, class_="figure-note") if check.note else None,
        _behind(said) if said else None,
        class_="check",
    )


def _behind(said: Markup) -> Markup:
    """The passage a claim is made in, one step away."""
    opening = markup("summary", "The words it rests on")
    return markup("details", opening, markup("figure", said), class_="figure-data")


def _sum(result: SumResult) -> Markup:
    """The formula in words and in numbers, and what it gives against what is claimed."""
    terms = [
        ("In words", result.formula_words),
        ("In numbers", result.formula_numbers),
        ("Result", result.reason),
    ]
    lines = [markup("div", markup("dt", term), markup("dd", said)) for term, said in terms if said]
    return markup("dl", *lines)
