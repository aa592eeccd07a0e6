"""A briefing in the one file: the app's stage and keys, with the network unplugged."""

from __future__ import annotations

import io

import pypdf
import pytest

from dossier.reading.read import read_dossier
from dossier.schema import DATA
from dossier.views.briefings import briefings
from tests.browser.conftest import until
from tests.browser.rooms import FAULTS, FRAMES, ROOMS
from tests.browser.test_one_file import address, dossier, opening

__all__ = ["address", "dossier", "opening"]
pytestmark = pytest.mark.browser

STEPS = {name: len(steps) for name, steps in briefings(read_dossier(DATA)).items()}


def place(page):
    return page.locator(".bar .count").text_content()


def test_a_briefing_is_walked_with_the_keys_and_its_address_follows(opening, dossier):
    visit = opening()
    page = visit.open("#briefing")
    page.get_by_role("link", name="Start").first.click()
    page.wait_for_selector(".stage h1")
    headings = [step.heading for step in briefings(dossier)["plan"]]
    seen = []
    for _ in headings:
        seen.append(page.locator(".stage h1").text_content())
        page.keyboard.press("PageDown")
    assert seen == headings
    assert page.locator("main").evaluate("main => main.inert")
    until(page, "location.hash === '#briefing=plan&step=10'")
    for key, at in (("ArrowLeft", 9), ("PageUp", 8), ("Home", 1), ("End", 10), ("ArrowLeft", 9)):
        page.keyboard.press(key)
        assert place(page) == f"{at} of 10"
    until(page, "location.hash === '#briefing=plan&step=9'")
    page.reload()
    page.wait_for_selector(".stage h1")
    assert place(page) == "9 of 10"
    page.keyboard.press("ArrowLeft")
    until(page, "location.hash === '#briefing=plan&step=8'")
    page.go_back()
    until(page, "location.hash === '#briefing=plan&step=9'")
    assert place(page) == "9 of 10"
    visit.assert_clean()


def test_blank_full_notes_overview_and_esc_closes_before_it_leaves(opening):
    visit = opening()
    page = visit.open("#briefing=plan&step=8")
    page.keyboard.press("b")
    assert page.locator(".layer.blank").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert "documents disagree" in page.locator(".notes").inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    until(page, "document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.fullscreenElement !== null")
    page.keyboard.press("f")
    until(page, "document.fullscreenElement === null")
    page.keyboard.press("o")
    assert page.locator(".overview .card").count() == STEPS["plan"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert place(page) == "10 of 10"
    page.keyboard.press("Escape")
    until(page, "location.hash === '#screen=briefing'")
    assert page.locator(".stage").count() == 0
    assert page.locator("#briefing").is_visible()
    assert not page.locator("main").evaluate("main => main.inert")
    visit.assert_clean()


def test_a_step_leads_to_its_event(opening):
    visit = opening()
    page = visit.open("#briefing=plan&step=3")
    page.get_by_role("link", name="On the timeline").click()
    until(page, "location.hash === '#event=libe-hearing'")
    assert page.locator("#detail h2").is_visible()
    visit.assert_clean()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "size", [*ROOMS, (1440, 900), (1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("briefing", STEPS)
def test_in_a_room_nothing_is_cut_and_nothing_is_small(opening, briefing, size, dark):
    visit = opening(size=size, dark=dark)
    page = visit.open(f"#briefing={briefing}")
    page.wait_for_selector(".stage h1")
    faults = {}
    for step in range(1, STEPS[briefing] + 1):
        assert place(page) == f"{step} of {STEPS[briefing]}"
        page.evaluate(FRAMES)
        faults[step] = page.locator(".stage").evaluate(FAULTS)
        page.keyboard.press("ArrowRight")
    assert {step: found for step, found in faults.items() if found} == {}
    visit.assert_clean()


def test_printed_while_it_is_on_every_step_is_on_paper_and_nothing_else(opening):
    visit = opening()
    page = visit.open("#briefing=plan&step=2")
    page.wait_for_selector(".stage h1")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = "".join(sheet.extract_text() for sheet in sheets)
    assert all(f"{number} of 10" in text for number in range(1, 11))
    assert "Every event, by date" not in text
    visit.assert_clean()


@pytest.mark.parametrize(
    "fragment", ["#briefing=nope", "#briefing=plan&step=99", "#briefing=__proto__", "#briefing=%00"]
)
def test_what_an_address_cannot_give_falls_back(opening, fragment):
    visit = opening()
    page = visit.open(fragment)
    known = page.locator(".stage").count()
    assert known == ("plan" in fragment)
    assert page.locator("#notices p").count() == (0 if known else 1)
    if known:
        assert place(page) == "1 of 10"
    visit.assert_clean()


def test_without_a_script_the_steps_are_a_text(opening, dossier):
    page = opening(script=False).open("#briefing=plan&step=3")
    text = page.locator("#briefing").inner_text()
    for steps in briefings(dossier).values():
        assert all(step.heading in text and step.speaker_notes in text for step in steps)
    assert page.locator(".present:visible").count() == 0
