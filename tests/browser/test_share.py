"""Every state an address: copied by one reader, opened by another, embedded, or made up."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.parse
import urllib.request

import pytest

from benchmarks.serving import free_port, wait_until_ready
from dossier.views.citations import FIT
from tests.browser.conftest import ROOT, serving, until

pytestmark = pytest.mark.browser

PAGES = ("", "figures", "documents", "briefing", "data")
CLIPBOARD = ["clipboard-read", "clipboard-write"]
COUNT = "p.count b"
SCRIPT = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
HOSTILE = {
    "unknown ids": "event=no-such&topic=nope&series=nope&briefing=nope&step=99&document=x&theme=y",
    "very long": "event=" + "a" * 5_000 + "&q=" + "b" * 5_000,
    "script": urllib.parse.urlencode(
        dict.fromkeys(("event", "q", "theme", "series", "topic", "briefing", "from"), SCRIPT)
    ),
    "repeated": "&".join(f"event=a{n}&theme=b{n}&view=list&page=1&step={n}" for n in range(60)),
    "odd encodings": "q=%ff%fe%00&event=%e2%80%ae%c0%af&theme=%u0041&from=%F0%9F%92%A9&=x&%=&&&",
    "odd numbers": "page=-1&step=1e9&from=99999&to=-0000&lanes=%00&view=__proto__&series=toString",
    "paths": "event=..%2f..%2fetc%2fpasswd&topic=%2f%2fevil.example&briefing=file%3A%2f%2f%2f",
    "keys": "__proto__=1&constructor=2&embed=perhaps&embed_options=<b>&toString=3",
}


def allow_copying(page):
    page.context.grant_permissions(CLIPBOARD)


def copied(page, button) -> str:
    """What a click on a button puts on the clipboard, however long that takes."""
    page.evaluate("navigator.clipboard.writeText('')")
    button.click()
    until(page, "navigator.clipboard.readText().then(Boolean)")
    return page.evaluate("navigator.clipboard.readText()")


def shown(page) -> tuple[str, str, str]:
    """What a reader sees of a view: the count, the theme filter and the open event."""
    theme = page.get_by_role("button", name="Theme").inner_text()
    title = page.locator(".event h2")
    return page.locator(COUNT).inner_text(), theme, title.inner_text() if title.count() else ""


def test_a_reader_filters_searches_opens_and_sends_the_link_to_another_on_a_new_server(visiting):
    first = visiting()
    page = first.open("/")
    allow_copying(page)
    steps = [page.url]
    page.get_by_role("button", name="Theme").click()
    page.locator(".panel label", has_text="Rwanda plan").click()
    page.wait_for_url("**theme=**")
    page.keyboard.press("Escape")
    first.settle()
    page.get_by_role("searchbox", name="Search").fill("Kigali")
    page.wait_for_url("**q=Kigali**")
    first.settle()
    page.locator("[data-uid]").first.click()
    page.wait_for_selector(".event h2")
    page.wait_for_url("**event=**")
    first.settle()
    here = shown(page)
    link = copied(page, page.get_by_role("button", name="Copy link"))
    assert link.partition("&v=")[0] == page.url
    assert re.fullmatch(r"1\.0\.0-\d+", link.partition("&v=")[2])
    assert len(link) < 2_000
    with serving() as base:
        second = visiting(base=base)
        second.open(link.removeprefix(first.base))
        assert shown(second.page) == here
        second.assert_clean()
    page.go_back()
    page.wait_for_selector(".opening h2")
    assert "event=" not in page.url
    assert "q=Kigali" in page.url
    page.go_back()
    page.wait_for_url("**/?theme=**")
    first.settle()
    assert "q=" not in page.url
    page.go_back()
    first.settle()
    assert page.url == steps[0]
    assert page.locator(COUNT).inner_text() != here[0]
    first.assert_clean()


@pytest.mark.parametrize(
    "query", ["theme=rwanda-plan", "status=claimed&q=Rwanda", "from=2022&to=2022"]
)
def test_the_data_address_gives_what_the_page_shows(visiting, server, query):
    page = visiting().open(f"/?{query}")
    with urllib.request.urlopen(f"{server}/api/events.json?{query}") as answer:
        data = json.load(answer)
    assert str(data["total"]) == page.locator(COUNT).inner_text()
    assert data["notices"] == []
    assert 0 < data["total"] < data["of"]


def test_downloads_are_of_what_is_looked_at(visiting):
    visit = visiting()
    page = visit.open("/?theme=returns")
    page.locator("button.pick", has_text="Download").click()
    with page.expect_download() as found:
        page.get_by_role("link", name="Events as JSON").click()
    with open(found.value.path(), encoding="utf-8") as file:
        data = json.load(file)
    assert str(data["total"]) == page.locator(COUNT).inner_text()
    visit.assert_clean()


def test_an_event_is_copied_with_its_words_in_each_form(visiting):
    visit = visiting()
    page = visit.open("/?event=libe-hearing")
    allow_copying(page)
    begins = {
        "text": "13 January 2022: ",
        "markdown": "**13 January 2022: ",
        "html": "<p><b>13 January 2022: ",
        "bibtex": "@misc{event-libe-hearing",
        "csl": "[",
        "frame": "<iframe",
    }
    menu = page.get_by_role("button", name="Copy with citation")
    for kind, start in begins.items():
        text = text_of(page, menu, kind)
        assert text.startswith(start)
        assert page.url in text
        if kind != "frame":
            assert "Claimed by Volt" in text
            assert "LIBE Committee members" in text
            assert "Receipt: " in text
    assert json.loads(text_of(page, menu, "csl"))[0]["URL"].partition("&v=")[0] == page.url
    page.keyboard.press("Escape")
    visit.assert_clean()


def text_of(page, menu, kind: str) -> str:
    if not page.locator(f"[data-kind={kind}]").is_visible():
        menu.click()
    return copied(page, page.locator(f"[data-kind={kind}]"))


def test_series_and_sums_have_links_and_pictures(visiting):
    visit = visiting()
    page = visit.open("/figures")
    allow_copying(page)
    until(page, "'copiesAnchors' in document.documentElement.dataset")
    link = copied(page, page.locator("header a.anchor").nth(1))
    assert "/figures?series=" in link
    for kind, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as found:
            page.get_by_role("button", name=kind, exact=True).first.click()
        with open(found.value.path(), "rb") as file:
            assert file.read(4) == start[:4]
    visit.assert_clean()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows_in_a_frame_where_it_is_from(visiting, path):
    visit = visiting()
    page = visit.open(f"/{path}?embed=true")
    origin = page.locator(".embedded-line")
    assert "Denmark, Rwanda" in origin.inner_text()
    full = origin.locator("a")
    assert full.get_attribute("target") == "_blank"
    assert full.evaluate("link => link.href") == f"{visit.base}/{path}"
    plain = visit.open(f"/{path}")
    assert plain.locator(".embedded-line").count() == 0
    visit.assert_clean()


def test_a_frame_on_another_page_keeps_the_view_while_it_is_used(visiting, server):
    visit = visiting()
    page = visit.page
    source = f"{server}/?embed=true&theme=returns"
    body = f'<iframe title="x" style="width:1300px;height:850px" src="{source}"></iframe>'
    answer = {"content_type": "text/html", "body": body}
    page.route("**/host.html", lambda route: route.fulfill(**answer))
    page.goto(f"{server}/host.html")
    frame = page.frame_locator("iframe")
    frame.locator(".embedded-line").wait_for()
    frame.locator(".headlines a").first.click()
    frame.locator(".event h2").wait_for()
    frame.locator('.embedded-line a[href*="event="]').wait_for()
    href = frame.locator(".embedded-line a").get_attribute("href")
    assert "theme=returns" in href
    assert "event=" in href
    assert "embed" not in href


def test_a_frame_grows_to_what_it_holds(visiting, server):
    page = visiting().page
    body = (
        f'<iframe title="x" style="width:1300px;height:300px" src="{server}/?embed=true"></iframe>'
    )
    answer = {"content_type": "text/html", "body": body + FIT}
    page.route("**/host.html", lambda route: route.fulfill(**answer))
    page.goto(f"{server}/host.html")
    page.frame_locator("iframe").locator(".headlines").wait_for()
    page.wait_for_selector('iframe[style*="height: 1"]')
    assert page.locator("iframe").bounding_box()["height"] > 900


@pytest.mark.parametrize("path", PAGES)
def test_hostile_addresses_show_the_page_and_run_nothing(visiting, path):
    visit = visiting()
    said: list[str] = []
    visit.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    for name, query in HOSTILE.items():
        page = visit.open(f"/{path}?{query}")
        assert page.locator("h1, h2").first.inner_text().strip(), name
        assert page.evaluate("window.hit") is None, name
        assert page.locator('[data-testid="stException"]').count() == 0, name
    assert said == []
    assert visit.foreign == []
    assert visit.errors == []


@pytest.mark.parametrize("path", ["/nope", "/figures/deeper/still", "/%2e%2e%2f", "/data.csv"])
def test_an_unknown_address_is_a_page_in_words(visiting, path):
    page = visiting().page
    answer = page.goto(visiting().base + path)
    assert answer.status in (400, 404)
    if answer.status == 404:
        assert page.get_by_role("heading").inner_text() == "There is no such page"
        page.get_by_role("link", name="Figures").click()
        page.wait_for_url("**/figures")


def test_a_link_holds_in_a_folder_of_a_site(visiting):
    port = free_port()
    base = f"http://127.0.0.1:{port}/dossier"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen([*command, "--server.baseUrlPath=dossier"], cwd=ROOT, **quiet)
    try:
        wait_until_ready(base, server)
        visit = visiting(base=base)
        page = visit.open("/?theme=returns&event=libe-hearing")
        allow_copying(page)
        link = copied(page, page.get_by_role("button", name="Copy link"))
        assert re.fullmatch(
            re.escape(f"{base}/?theme=returns&event=libe-hearing&v=") + r"1\.0\.0-\d+", link
        )
        with urllib.request.urlopen(f"{base}/api/events.json?theme=returns") as answer:
            assert str(json.load(answer)["total"]) == page.locator(COUNT).inner_text()
        visit.open("/figures")
        visit.assert_clean()
    finally:
        server.terminate()
        server.wait(timeout=20)
