"""The first screen as text: for readers without JavaScript, search engines, and other programs.

It says what the components draw, from the same data: the filters in words and as links, every
event of the selection with its date, the open event with the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from components.first.screen import Params
from dossier.markup import Markup, joined, markup

LONGEST_FACET = 40  # options that are links: what is longer is searched


def filters_text(data: dict[str, Any], params: Params) -> Markup:
    """How many are shown and by which filters; each facet as links that set or clear it."""
    filters = data["filters"]
    counted = f"Showing {filters['shown']:,} of {filters['total']:,} events."
    clear = markup("a", "All events", href="?") if filters["filtered"] else None
    return markup(
        "section",
        _search(filters["query"], params),
        markup("p", counted, *_chosen(filters), " ", clear, class_="first-count"),
        *(_facet(each, params) for each in filters["facets"] if each["options"]),
        class_="first-text first-filter-text",
        aria_label="Filters",
    )


def events_text(listed: dict[str, Any], params: Params) -> Markup:
    """The events in view, by year, each with its date in words and a link that opens it."""
    groups = [
        markup(
            "section",
            markup("h3", group["label"]),
            markup("ul", *(_row(row, listed["selected"], params) for row in group["events"])),
        )
        for group in listed["groups"]
    ]
    pages = _pages(listed, params)
    nothing = None if groups else markup("p", listed["empty"])
    return markup("div", *groups, nothing, pages, class_="first-text first-list")


def panel_text(detail: dict[str, Any], params: Params) -> Markup:
    """The open event with all it rests on; before one is open, where to begin."""
    event = detail["event"]
    inside = _event(event, params) if event else _opening(detail["opening"], params)
    return markup("article", *inside, class_="first-text first-event")


def address(params: Params, **changes: str | list[str]) -> str:
    """The address of this screen with parameters changed; an empty value removes one."""
    asked: dict[str, list[str]] = {name: list(values) for name, values in params.items()}
    for name, value in changes.items():
        asked[name] = [value] if isinstance(value, str) else value
    kept = {name: [each for each in values if each] for name, values in asked.items()}
    return "?" + urlencode({name: values for name, values in kept.items() if values}, doseq=True)


def _search(query: str, params: Params) -> Markup:
    others = [
        markup("input", type="hidden", name=name, value=each)
        for name, values in params.items()
        for each in values
        if name not in ("q", "page")
    ]
    box = markup("input", type="search", name="q", value=query, aria_label="Search",
                 maxlength="200")  # fmt: skip
    return markup("form", box, *others, markup("button", "Search"), action="?", role="search")


def _chosen(filters: dict[str, Any]) -> Iterator[Markup | str]:
    if filters["query"]:
        yield f" Search: “{filters['query']}”."
    for facet in filters["facets"]:
        names = [each["label"] for each in facet["options"] if each["chosen"]]
        if names:
            yield f" {facet['label']}: {', '.join(names)}."
    if filters["period"]["from"] or filters["period"]["to"]:
        yield f" Period: {filters['period']['words']}."
    if counts := filters["known"].get("counts"):
        yield f" {counts}."


def _facet(facet: dict[str, Any], params: Params) -> Markup:
    options = facet["options"]
    chosen = [each["value"] for each in options if each["chosen"]]
    links = [
        markup("li", _option(facet["key"], each, chosen, params))
        for each in options[:LONGEST_FACET]
    ]
    return markup("details", markup("summary", facet["label"]), markup("ul", *links))


def _option(key: str, option: dict[str, Any], chosen: list[str], params: Params) -> Markup:
    value = option["value"]
    wanted = [one for one in chosen if one != value] if option["chosen"] else [*chosen, value]
    words = f"{option['label']} ({option['count']:,})"
    current = "true" if option["chosen"] else None
    changes: dict[str, str | list[str]] = {key: wanted, "page": ""}
    return markup("a", words, href=address(params, **changes), aria_current=current)


def _row(row: dict[str, Any], selected: str | None, params: Params) -> Markup:
    parts = [markup("span", row[name], class_=name) for name in ("when", "title", "meta")]
    current = "true" if row["id"] == selected else None
    link = markup("a", joined(parts, " "), href=address(params, event=row["id"]),
                  aria_current=current)  # fmt: skip
    return markup("li", link)


def _pages(listed: dict[str, Any], params: Params) -> Markup | None:
    page, pages = listed["page"], listed["pages"]
    if pages < 2:
        return None
    steps = [(page - 1, "← Earlier"), (page + 1, "Later →")]
    links = [
        markup("a", words, href=address(params, page=str(to)))
        for to, words in steps
        if 1 <= to <= pages
    ]
    words = f"Page {page:,} of {pages:,} "
    return markup("nav", words, joined(links, " "), aria_label="Pages of the list")


def _event(event: dict[str, Any], params: Params) -> Iterator[Markup | None]:
    yield markup("p", event["when"], class_="when")
    yield markup("h2", event["title"])
    yield _paragraph(event["basis"])
    yield _paragraph(event["summary"])
    facts = [(markup("dt", term), markup("dd", words)) for term, words in event["facts"]]
    yield markup("dl", *(each for pair in facts for each in pair))
    yield from (_passage(each) for each in event["passages"])
    yield from _section("Numbers in these passages", map(_figure, event["figures"]))
    yield from _section("What other voices say", map(_comparison, event["comparisons"]))
    if event["silent"]:
        yield _paragraph(f"Silent on this: {'; '.join(event['silent'])}")
    sums = (f"{each['verdict']}: {each['statement']} {each['reason']}" for each in event["checks"])
    yield from _section("Sums an editor would run", map(_paragraph, sums))
    yield from _section("Corrections", map(_correction, event["corrections"]))
    yield _steps(event, params)


def _passage(passage: dict[str, Any]) -> Markup:
    quote = markup("blockquote", f"“{passage['exact']}”")
    said = f", {passage['said']}" if passage["said"] else ""
    who = f"{passage['speaker']}{said} · {passage['document']} ({passage['kind']})"
    receipt = ". ".join(filter(None, (passage["receiptWords"], passage["receiptTitle"])))
    told = [who, receipt, passage["interest"], passage["note"]]
    caption = markup("figcaption", *(markup("p", each) for each in told if each))
    return markup("figure", quote, caption)


def _section(title: str, rows: Iterable[Markup | None]) -> Iterator[Markup]:
    held = list(rows)
    if held:
        yield markup("section", markup("h3", title), *held)


def _figure(figure: dict[str, Any]) -> Markup:
    period = f" · {figure['period']}" if figure["period"] else ""
    note = f" {figure['note']}" if figure["note"] else ""
    return markup("p", markup("b", figure["value"]), f" {figure['label']}{period}{note}")


def _comparison(comparison: dict[str, Any]) -> Markup:
    head = markup("p", f"{comparison['relation']}: {comparison['topic']} · ",
                  markup("a", "compare", href=comparison["href"]))  # fmt: skip
    others = [
        markup("p", f"“{each['exact']}” {each['speaker']} · {each['document']}")
        for each in comparison["others"]
    ]
    return markup("div", head, *others)


def _correction(row: dict[str, Any]) -> Markup | None:
    changed = f"{row['column']} was “{row['before']}”, is “{row['after']}”"
    return _paragraph(f"{row['date']}: {changed}. {row['reason']}")


def _steps(event: dict[str, Any], params: Params) -> Markup:
    steps = [("← Previous", event["previous"]), ("Next →", event["next"])]
    links = [
        markup("a", words, href=address(params, event=to["id"]), title=to["title"])
        for words, to in steps
        if to
    ]
    links.append(markup("a", "Close", href=address(params, event="")))
    place = f"{event['place']} "
    return markup("nav", place, joined(links, " "), aria_label="Events of this selection")


def _opening(opening: dict[str, Any], params: Params) -> Iterator[Markup | None]:
    yield markup("h2", "Start here")
    yield _paragraph(opening["words"])
    rows = [_headline(each, params) for each in opening["headlines"]]
    yield markup("ol", *rows)


def _headline(item: dict[str, Any], params: Params) -> Markup:
    words = joined([markup("span", item[name], class_=name) for name in ("when", "title")], " ")
    return markup("li", markup("a", words, href=address(params, event=item["id"])))


def _paragraph(words: str) -> Markup | None:
    return markup("p", words) if words else None
