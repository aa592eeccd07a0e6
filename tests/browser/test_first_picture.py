"""The first picture: read without JavaScript, used before the app is there, then gone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import FIRST, serving, until
from tests.browser.hostile_dossier import ALL_AT_ONCE, TEXTS, TITLE, write_hostile_dossier

pytestmark = pytest.mark.browser

# Notes where things stand in the first picture, and again in the app once it is gone.
PLACES = """(() => {
  const inside = node =>
    [...node.querySelectorAll("*")].map(each => each.shadowRoot).filter(Boolean)
  const all = (node, selector) =>
    [...node.querySelectorAll(selector), ...inside(node).flatMap(each => all(each, selector))]
  const place = node => {
    const box = node?.getBoundingClientRect()
    return box && [box.x, box.y, box.width]
  }
  const parts = ["h1", ".row", "svg.plot", ".head", "article", "article h2"]
  const places = scope => parts.map(selector => [selector, place(all(scope, selector)[0])])
  const look = () => {
    const first = document.querySelector("#first.live"), app = document.getElementById("root")
    if (first) window.before = places(first)
    const timeline = first && place(all(first, "svg.plot")[0])
    if (timeline) window.earliest ??= timeline
    if (timeline) window.firstLanes ??= all(first, "g.lane").length
    if (window.before && !first && app) window.after = places(app)
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()"""


@pytest.fixture
def without_script(chromium: Browser):
    """Open an address in a browser without JavaScript."""
    contexts = []

    def open_page(address: str):
        context = chromium.new_context(java_script_enabled=False)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_without_a_script_events_filters_and_the_open_event_are_read(without_script, server):
    page = without_script(f"{server}/?event=libe-hearing&theme=european-parliament")
    assert page.locator("h1").count() == 1
    assert "Showing " in page.locator(".first-count").inner_text()
    assert page.locator(".first-list li a").count() > 5
    opened = page.locator(".first-event")
    assert "13 January 2022" in opened.inner_text()
    assert opened.locator("blockquote").count() > 0
    assert "found word for word" in opened.inner_text() or "recorded" in opened.inner_text()
    assert page.locator(".first-filter-text details").count() >= 4


def test_without_a_script_links_and_search_work(without_script, server):
    page = without_script(f"{server}/")
    page.locator(".first-list li a").first.click()
    assert "event=" in page.url
    assert page.locator(".first-event h2").inner_text() in page.locator(".first-list").inner_text()
    page.get_by_role("searchbox").fill("Kigali")
    page.get_by_role("button", name="Search").click()
    assert "q=Kigali" in page.url
    assert "Search: “Kigali”" in page.locator(".first-count").inner_text()
    page.get_by_role("link", name="All events").click()
    assert re.search(r"Showing (\d+) of \1 events", page.locator(".first-count").inner_text())


def test_the_app_takes_over_in_place_and_leaves_nothing_behind(visiting):
    for size in ((1440, 900), (390, 844)):
        visit = visiting(size=size)
        visit.page.add_init_script(PLACES)
        page = visit.open("/?event=libe-hearing")
        until(page, "Boolean(window.after)")
        before, after = page.evaluate("[window.before, window.after]")
        assert before == after
        assert page.locator("h1").count() == 1
        assert page.locator("svg.plot").count() == 1
        assert page.locator(FIRST).count() == 0
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
        assert len(ids) == len(set(ids))
        assert page.evaluate("document.getElementById('root').inert") is False
        visit.assert_clean()


def test_the_timeline_is_drawn_before_the_rest_and_stays_where_it_is(visiting):
    for size in ((1440, 900), (1024, 768), (700, 900), (390, 844)):
        visit = visiting(size=size)
        visit.page.add_init_script(PLACES)
        page = visit.open("/")
        until(page, "Boolean(window.after)")
        earliest, after = page.evaluate("[window.earliest, window.after]")
        assert earliest == dict(after)["svg.plot"]
        # Lanes below the fold come a moment later.
        assert 0 < page.evaluate("window.firstLanes") < page.locator("g.lane").count()
        visit.assert_clean()


def test_a_click_before_the_app_is_there_opens_the_event_and_stays(visiting):
    visit = visiting()
    page = visit.page
    # The app can't connect: what is on screen is the first picture and nothing else.
    page.route_web_socket("**/_stcore/stream", lambda socket: None)
    page.goto(visit.base + "/")
    page.locator(f"{FIRST} .headlines a").first.click()
    page.wait_for_selector(f"{FIRST} article.event h2")
    assert "event=" in page.url
    page.locator(f"{FIRST} g.mark[role=button]").first.focus()
    page.go_back()
    page.wait_for_selector(f"{FIRST} article.opening")
    assert page.locator("#root").get_attribute("inert") is not None


def test_what_was_opened_early_is_open_in_the_app_with_the_focus_where_it_was(visiting):
    visit = visiting()
    page = visit.page
    held = []
    # The app asks this before it connects: until it is answered, there is no app.
    page.route("**/_stcore/host-config", lambda route: held.append(route))
    page.goto(visit.base + "/")
    page.locator(f"{FIRST} .headlines a").first.click()
    title = page.locator(f"{FIRST} article.event h2").inner_text()
    page.locator(f"{FIRST} a[rel=next]").focus()
    while not held:
        page.wait_for_timeout(50)
    for route in held:
        route.continue_()
    page.unroute("**/_stcore/host-config")
    page.wait_for_selector(FIRST, state="detached", timeout=90_000)
    assert page.locator("article.event h2").inner_text() == title
    named = "(at => { while (at?.shadowRoot) at = at.shadowRoot.activeElement; return at?.rel })"
    assert page.evaluate(f"{named}(document.activeElement)") == "next"
    visit.assert_clean()


def test_hostile_text_is_letters_and_inert_without_a_script_and_in_the_first_picture(
    without_script, visiting, tmp_path
):
    folder = write_hostile_dossier(tmp_path / "hostile")
    with serving(DOSSIER=str(folder)) as base:
        page = without_script(f"{base}/?event={ALL_AT_ONCE}")
        shown = written(page.locator(FIRST).text_content())
        for text in (TITLE, *TEXTS):
            assert written(text) in shown
        assert page.locator(f"{FIRST} :is(script, iframe, object, b i)").count() == 0
        assert page.locator(f"{FIRST} img").count() == 2
        visit = visiting(base=base)
        visit.page.route_web_socket("**/_stcore/stream", lambda socket: None)
        visit.page.goto(f"{base}/?event={ALL_AT_ONCE}")
        visit.page.wait_for_selector(f"{FIRST} article.event h2")
        assert visit.page.locator(f"{FIRST} h1").text_content() == TITLE
        assert visit.page.evaluate("window.harmed ?? null") is None
        assert visit.errors == []


def written(text: str) -> str:
    return " ".join(text.split())
