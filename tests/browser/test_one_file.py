"""The one file, opened from disk with the network unplugged."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe

from dossier.diffing.since import version_mark
from dossier.exporting.one_file.export import export_one_file
from dossier.reading.read import read_dossier
from dossier.schema import DATA
from dossier.selecting.select import facet_counts, parse_selection, select_events
from dossier.views.event_view import event_data
from dossier.views.filter_view import filter_data
from dossier.views.list_view import list_data
from dossier.views.timeline_view import timeline_data
from dossier.views.view import View
from tests.browser.conftest import until
from tests.browser.hostile_dossier import write_hostile_dossier

pytestmark = pytest.mark.browser

FACETS = ("theme", "actor", "document", "status")
SELECTIONS = [
    {},
    {"theme": ["syria"]},
    {"theme": ["syria", "returns"]},
    {"theme": ["syria"], "status": ["claimed"]},
    {"actor": ["Volt"], "from": ["2022"]},
    {"document": ["volt-policy-page"], "to": ["2021-06"]},
    {"from": ["2022-01-13"], "to": ["2022-01-13"]},
    {"from": ["202X"]},
    {"from": ["2021-24"], "to": ["2022-22"]},
    {"from": ["2023"], "to": ["2021"]},
    {"from": ["31-02-2022"]},
    {"q": ["rwanda memorandum"]},
    {"q": ["TESFAYE"]},
    {"q": ["Bjørk"]},
    {"q": ["refugée’s"]},
    {"q": ["3,300"]},
    {"q": [".*"]},
    {"q": ["no such words anywhere"]},
    {"q": ["volt"], "theme": ["eu-parliament"], "status": ["occurred", "claimed"]},
    {"theme": ["<script>"], "actor": ["VOLT"]},
    {"status": ["announced"], "document": ["joint-statement", "kigali-office-news"]},
]
ROWS = """() => {
  const root = document.getElementById("filters").shadowRoot
  const panels = [...root.querySelectorAll(".panel")].filter(panel => panel.querySelector(".n"))
  return panels.map(panel => Object.fromEntries([...panel.querySelectorAll("label")].map(label =>
    [label.querySelector("input").value, Number(label.querySelector(".n").textContent)])))
}"""
SHOWN = "document.getElementById('filters').shadowRoot.querySelector('.count b').textContent"

# The places that the chart and one of its marks have had, from its first frame on.
PLACES = """(() => {
  const seen = window.seenPlaces = []
  const look = () => {
    const root = document.getElementById("chart")?.shadowRoot
    const parts = root ? [root.querySelector(".plot"), root.querySelectorAll("g.mark .hit")[5]] : []
    if (parts[1]) {
      const place = parts.map(part => { const { x, y, width } = part.getBoundingClientRect()
        return [x, y, width].map(Math.round).join(" ") }).join(", ")
      if (place !== seen.at(-1)) seen.push(place)
      window.firstPlot ??= parts[0]
      window.firstLanes ??= root.querySelectorAll("g.lane").length
      window.firstWords ??= root.querySelector(".period").textContent
    }
    requestAnimationFrame(look)
  }
  look()
})()"""


@pytest.fixture(scope="module")
def dossier():
    return read_dossier(DATA)


@pytest.fixture(scope="module")
def address(dossier, tmp_path_factory):
    path = tmp_path_factory.mktemp("one_file") / "dossier.html"
    path.write_bytes(export_one_file(dossier))
    return path.as_uri()


class Opened:
    """A page opened from disk, with what it asked for and what went wrong."""

    def __init__(self, context, address: str, *, script: bool = True) -> None:
        self.address, self.asked, self.errors = address, [], []
        self.script = script
        context.route("**/*", self._answer)
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type == "error" else None,
        )

    def _answer(self, route) -> None:
        if route.request.url.split("#")[0] == self.address:
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def open(self, fragment: str = ""):
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        if self.script:
            self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page

    def assert_clean(self) -> None:
        assert self.asked == []
        assert self.errors == []


@pytest.fixture
def opening(chromium, address):
    """Open the file in a fresh context: `opening(dark=True, size=(390, 844))`."""
    contexts = []

    def opened(*, size=(1440, 900), dark=False, script=True, at=address) -> Opened:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        contexts.append(context)
        return Opened(context, at, script=script)

    yield opened
    for context in contexts:
        context.close()


def test_it_asks_for_nothing_and_shows_every_event(opening, dossier):
    visit = opening()
    page = visit.open()
    page.wait_for_selector("#chart .mark")
    assert page.evaluate(SHOWN) == str(len(dossier.events))
    for screen in ("figures", "documents", "briefing", "about", "text", "timeline"):
        page.locator(f'.top nav a[href="#{screen}"]').click()
        assert page.locator(f"#{screen}").is_visible()
        assert page.locator("main > [data-screen]:visible").count() == 1
    visit.assert_clean()


def test_filters_search_and_counts_are_those_of_the_app(opening, dossier):
    visit = opening()
    page = visit.open()
    for params in SELECTIONS:
        page.evaluate("hash => { location.hash = hash }", urlencode(params, doseq=True))
        selection, notices = parse_selection(params, dossier)
        shown = select_events(dossier, selection)
        until(page, f"{SHOWN} === '{len(shown)}'")
        counts = facet_counts(dossier, selection)
        assert page.evaluate(ROWS) == [counts[name] for name in FACETS], params
        assert page.locator("#notices p").all_inner_texts() == notices, params
    visit.assert_clean()


def test_the_panel_says_of_every_event_what_the_app_says(opening, dossier):
    visit = opening()
    page = visit.open("#view=list")
    shown = select_events(dossier, parse_selection({}, dossier)[0])
    for event in dossier.each("events"):
        page.evaluate("id => { location.hash = `event=${id}&view=list` }", event.event_id)
        until(page, "id => location.hash.includes(`event=${id}&`)", event.event_id)
        until(
            page,
            "title => document.getElementById('detail').shadowRoot.querySelector('h2')"
            ".textContent === title",
            arg=event.title,
        )
        said = " ".join(page.locator("#detail .event").text_content().split())
        for text in told(event_data(dossier, event, shown)):
            assert " ".join(text.split()) in said, (event.event_id, text)
    visit.assert_clean()


def told(data) -> list[str]:
    """Every text that the panel shows of an event."""
    texts = [data[name] for name in ("when", "title", "basis", "summary", "place")]
    texts += [text for fact in data["facts"] for text in fact]
    for passage in data["passages"]:
        names = ("exact", "speaker", "document", "kind", "receiptWords", "note", "said")
        texts += [passage[name] for name in names]
    for rows in ("figures", "checks"):
        texts += [text for row in data[rows] for key, text in row.items() if "Class" not in key]
    for row in data["comparisons"]:
        texts += [row["relation"], row["topic"]]
        texts += [text for other in row["others"] for text in other.values()]
    return [text for text in [*texts, *data["silent"]] if text]


@pytest.mark.parametrize("event_id", ["libe-hearing", "memoranda-signed", "refugee-board-halved"])
def test_the_text_to_copy_is_that_of_the_app(opening, dossier, event_id):
    visit = opening()
    page = visit.open(f"#event={event_id}")
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text }")
    page.get_by_role("button", name="Copy with citation").click()
    until(page, "Boolean(window.copied)")
    event = dossier.event(event_id)
    shown = select_events(dossier, parse_selection({}, dossier)[0])
    before, after = event_data(dossier, event, shown)["citations"][0]["parts"]
    assert (
        page.evaluate("window.copied").strip()
        == f"{before}{page.url}&v={version_mark(dossier)}{after}".strip()
    )
    visit.assert_clean()


def test_chart_and_list_hold_what_the_app_would_draw(opening, dossier):
    visit = opening()
    page = visit.open("#theme=syria&lanes=actor&view=list")
    params = {"theme": ["syria"]}
    selection = parse_selection(params, dossier)[0]
    shown = select_events(dossier, selection)
    rows = list_data(dossier, shown, 1, "")["groups"]
    assert page.locator("#list h3").all_inner_texts() == [group["label"] for group in rows]
    titles = [event["title"] for group in rows for event in group["events"]]
    assert page.locator("#list .title").all_inner_texts() == titles
    page.evaluate("location.hash = 'theme=syria&lanes=actor'")
    page.wait_for_selector("#chart .head .name")
    view = View(selection, "", "actor", "chart", 1, ())
    lanes = [lane["label"] for lane in timeline_data(dossier, shown, view)["lanes"]]
    assert page.locator("#chart .head .name").all_text_contents() == lanes
    theme = filter_data(dossier, view, len(shown))["facets"][0]
    assert f"1 of {len(theme['options'])}" in page.locator("#filters .row").inner_text()
    visit.assert_clean()


def test_a_link_opens_the_event_and_back_closes_it(opening):
    visit = opening()
    page = visit.open("#event=libe-hearing&theme=eu-parliament")
    title = page.locator("#detail h2").inner_text()
    assert "LIBE" in title
    assert title in page.title()
    page.locator("#detail .close").click()
    assert page.locator("#detail .opening").count() == 1
    assert "event=" not in page.url
    assert "theme=eu-parliament" in page.url
    page.go_back()
    page.wait_for_selector("#detail .event")
    page.locator("#detail .line a").first.click()
    assert page.locator(".topics article.open").count() == 1
    assert page.locator("#documents blockquote:visible").count() >= 2
    page.go_back()
    page.wait_for_selector("#detail .event:visible")
    visit.assert_clean()


def test_with_the_keyboard_alone(opening):
    visit = opening()
    page = visit.open()
    page.wait_for_selector("#chart .mark")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "chart":
            break
    for _ in range(8):
        inside = "document.activeElement.shadowRoot?.activeElement?.dataset.uid"
        if page.evaluate(inside):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    for _ in range(3):
        if page.locator("#detail .event").count():
            break
        page.keyboard.press("Enter")
    assert page.locator("#detail .event").count() == 1
    page.keyboard.press("Escape")  # the tooltip
    page.keyboard.press("Escape")
    assert page.locator("#detail .opening").count() == 1
    visit.assert_clean()


def test_without_a_script_it_reads_as_a_document(opening, dossier):
    visit = opening(script=False)
    page = visit.open("#event=libe-hearing")
    assert page.locator("#text article:visible").count() == len(dossier.events)
    assert page.locator("#figures").is_visible()
    assert page.locator("#documents").is_visible()
    assert not page.locator("#timeline").is_visible()
    visit.assert_clean()


def test_printed_it_is_the_whole_document_with_the_chart(opening, dossier, tmp_path):
    visit = opening(dark=True)
    page = visit.open("#figures")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#text article:visible").count() == len(dossier.events)
    assert page.locator("#chart .mark:visible").count() > 10
    assert page.locator("#filters:visible, #detail:visible, .top nav:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 26, 23)"
    page.pdf(path=tmp_path / "dossier.pdf", format="A4")
    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "dossier.pdf").read_bytes())
    assert len(pages) > 10
    visit.assert_clean()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_is_wider_than_the_window(opening, size):
    visit = opening(size=size)
    for screen in ("timeline", "figures", "documents", "briefing", "about", "text"):
        page = visit.open(f"#{screen}")
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], screen
    visit.assert_clean()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "fragment",
    ["", "#event=libe-hearing", "#view=list", "#figures", "#documents", "#briefing", "#about",
     "#text", "#briefing=numbers&step=2"],
)  # fmt: skip
def test_axe_finds_nothing_serious(opening, dark, fragment):
    visit = opening(dark=dark)
    page = visit.open(fragment)
    page.wait_for_timeout(200)
    found = Axe().run(page).response["violations"]
    grave = [
        (one["id"], one["impact"], node["target"], node.get("failureSummary", ""))
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert grave == []


def test_hostile_texts_do_nothing(opening, tmp_path):
    hostile = read_dossier(write_hostile_dossier(tmp_path / "hostile"))
    path = tmp_path / "hostile.html"
    path.write_bytes(export_one_file(hostile))
    visit = opening(at=path.as_uri())
    page = visit.open("#event=everything")
    assert page.evaluate("window.harmed") is None
    assert page.locator("#detail .event").count() == 1
    assert page.evaluate(SHOWN) == str(len(hostile.events))
    for screen in ("figures", "documents", "about", "text"):
        page.locator(f'.top nav a[href="#{screen}"]').click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.harmed") is None
    assert page.locator("img, iframe, [onerror], [onload]").count() == 0
    visit.assert_clean()


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("asked", ["", "#event=libe-hearing", "#event=johansson-statement"])
def test_the_timeline_comes_first_and_stays_where_it_is(opening, width, asked):
    visit = opening(size=(width, 844))
    visit.page.add_init_script(PLACES)
    page = visit.open(asked)
    page.wait_for_function("document.getElementById('detail').shadowRoot?.querySelector('h2')")
    [_only] = page.evaluate("window.seenPlaces")
    assert page.evaluate(
        "window.firstPlot === document.getElementById('chart').shadowRoot.querySelector('.plot')"
    )
    # Lanes below the fold come a moment later, but are counted at once.
    assert 0 < page.evaluate("window.firstLanes") < page.locator("#chart g.lane").count()
    assert page.evaluate("window.firstWords") == page.locator("#chart .period").inner_text()
    # An open event is the Tab stop, in whichever lane it stands.
    if asked:
        stop = page.locator("#chart g.mark[tabindex='0']").get_attribute("data-uid")
        assert f"#event={stop.split('/')[1]}" == asked
    page.locator("#chart g.mark[aria-pressed=false]").first.press("Enter")
    page.wait_for_selector("#detail article.event h2")
    visit.assert_clean()
