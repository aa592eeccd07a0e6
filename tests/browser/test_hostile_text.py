"""Text from the tables is shown letter by letter on every screen, and does nothing."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.browser.conftest import serving
from tests.browser.hostile_dossier import (
    ACTORS,
    ALL_AT_ONCE,
    DOCUMENTS,
    LABELS,
    TEXTS,
    TITLE,
    TOPICS,
    write_hostile_dossier,
)

pytestmark = pytest.mark.browser

# All text of the page, that of shadow roots included, as one string.
TEXT = """() => {
  const gather = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data
    if (["STYLE", "SCRIPT", "NOSCRIPT"].includes(node.nodeName)) return ""
    const inside = node.shadowRoot ? gather(node.shadowRoot) : ""
    return inside + [...node.childNodes].map(gather).join("")
  }
  return gather(document.body)
}"""
# Elements that can only have come from a text.
MADE = """() => {
  const roots = [document]
  for (const root of roots)
    for (const node of root.querySelectorAll("*")) if (node.shadowRoot) roots.push(node.shadowRoot)
  const marks = `img[src="x"], [src*="//evil"], [href*="//evil"], [action], base, iframe,
    input[name="p"], [onerror], [onload], [onmouseover], [onfocus], meta[http-equiv=refresh],
    textarea b, a[href^="javascript"], a[href^="data:"]`
  const found = roots.flatMap(root => [...root.querySelectorAll(marks)])
    .map(node => node.outerHTML.slice(0, 200))
  return window.harmed ? ["window.harmed", ...found] : found
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = write_hostile_dossier(tmp_path_factory.mktemp("hostile"))
    with serving(DOSSIER=str(folder)) as base:
        yield base


@pytest.fixture
def reading(visiting, hostile):
    visit = visiting(base=hostile)
    visit.dialogs = []
    visit.page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
    return visit


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def page_text(visit) -> str:
    return folded(visit.page.evaluate(TEXT))


def missing(visit, texts) -> list[str]:
    shown = page_text(visit)
    return [text for text in texts if folded(text) not in shown]


def assert_inert(visit) -> None:
    assert visit.page.evaluate(MADE) == []
    assert visit.dialogs == []
    visit.assert_clean()


def test_titles_in_the_list_and_the_name_of_the_dossier(reading):
    seen = ""
    for number in range(1, 10):
        reading.open(f"/?view=list&page={number}")
        seen += " " + page_text(reading)
        assert_inert(reading)
        if f"Page {number} of {number}" in seen or "Page" not in seen:
            break
    assert [text for text in (TITLE, *TEXTS) if folded(text) not in seen] == []


def test_excerpts_speakers_notes_actors_and_summary_beside_an_event(reading):
    reading.open(f"/?event={ALL_AT_ONCE}")
    assert missing(reading, TEXTS) == []
    assert_inert(reading)


@pytest.mark.parametrize("text", ["<img src=x", ":material/verified", "=HYPERLINK("])
def test_the_tooltip_of_a_mark(reading, text):
    page = reading.open(f"/?q={quote(text)}")
    told = ""
    for number in range(page.locator(".mark").count()):
        # Not hover: a mark as wide as a year may lie over this one.
        page.locator(".mark").nth(number).dispatch_event("pointerover", {"bubbles": True})
        page.wait_for_timeout(500)
        told += " ".join(page.locator(".tip").all_text_contents())
    title = next(each for each in TEXTS if text in each)
    assert folded(title) in folded(told)
    assert_inert(reading)


@pytest.mark.parametrize(
    ("facet", "texts"), [("Theme", LABELS), ("Who", ACTORS), ("Document", DOCUMENTS)]
)
def test_the_options_of_a_filter(reading, facet, texts):
    page = reading.open("/?view=list")
    page.get_by_role("button", name=re.compile(f"^{facet}")).click()
    assert missing(reading, texts) == []
    assert_inert(reading)
    panel = page.get_by_role("group", name=facet)
    panel.locator("input").nth(1).check()
    reading.settle()
    assert_inert(reading)


def test_figures_their_notes_and_the_sums(reading):
    reading.open("/figures")
    assert missing(reading, TEXTS) == []
    assert_inert(reading)


def test_documents_and_topics(reading):
    reading.open("/documents")
    assert missing(reading, (*DOCUMENTS, *TOPICS)) == []
    assert_inert(reading)


def test_headings_of_a_briefing(reading):
    for step in range(1, len(TEXTS), 16):
        reading.open(f"/briefing?briefing=walk&step={step}")
        assert missing(reading, TEXTS[step - 1 : step]) == []
        assert_inert(reading)


@pytest.mark.parametrize("table", ["Events", "Excerpts", "Figures", "Documents"])
def test_the_tables_as_text(reading, table):
    page = reading.open(f"/data?table={table}")
    page.get_by_text(re.compile("rows as text")).first.click()
    reading.settle()
    assert missing(reading, DOCUMENTS if table == "Documents" else TEXTS) == []
    assert_inert(reading)


def test_a_search_for_a_hostile_text_finds_it(reading):
    page = reading.open("/?view=list")
    page.get_by_role("searchbox").fill("<img src=x onerror=")
    page.wait_for_url("**q=**")
    reading.settle()
    assert missing(reading, ["<img src=x onerror=window.harmed=1>"]) == []
    assert_inert(reading)
