"""A briefing with the keyboard alone, in a room and at a desk."""

from __future__ import annotations

import pytest

from dossier.reading.read import read_dossier
from dossier.schema import DATA
from dossier.views.briefings import briefings
from tests.browser.conftest import until
from tests.browser.rooms import FAULTS, FRAMES, ROOMS

pytestmark = pytest.mark.browser

STEPS = {"plan": 10, "numbers": 8}
BARS = """all => all.map(each =>
  [each.getAttribute("class") ?? "soft", each.getBoundingClientRect().width])"""


def opened(visit, address):
    page = visit.open(address)
    page.wait_for_selector(".stage h1")
    return page


def place(page):
    return page.locator(".bar .count").text_content()


def test_the_keys_work_at_once_through_every_step_and_back(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan")
    for key in ("ArrowRight", "PageDown", " "):
        page.keyboard.press(key)
    assert place(page) == "4 of 10"
    for _ in range(9):
        page.keyboard.press("PageDown")
    assert place(page) == "10 of 10"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("PageUp")
    assert place(page) == "8 of 10"
    page.keyboard.press("Home")
    assert place(page) == "1 of 10"
    page.keyboard.press("End")
    page.wait_for_url("**step=10")
    visit.settle()
    visit.assert_clean()


def test_the_next_step_is_there_before_the_server_hears_of_it(visiting):
    page = opened(visiting(), "/briefing?briefing=plan")
    headings = page.locator(".stage").evaluate(
        """stage => {
          const before = stage.querySelector("h1").textContent
          const press = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true })
          document.body.dispatchEvent(press)
          return [before, stage.querySelector("h1").textContent]
        }"""
    )
    assert headings[0] != headings[1]


PRESSES = """keys => {
  const root = document.querySelector(".stage") ?? [...document.querySelectorAll("*")]
    .map(each => each.shadowRoot?.querySelector(".stage")).find(Boolean)
  return keys.map(key => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
    return [root.querySelector("h1").textContent, root.querySelector(".bar .count").textContent]
  })
}"""


def test_moving_on_needs_no_server_and_no_frame(visiting):
    page = opened(visiting(), "/briefing?briefing=plan")
    headings = [step.heading for step in briefings(read_dossier(DATA))["plan"]]
    page.context.set_offline(True)
    seen = page.evaluate(PRESSES, ["ArrowRight", "PageDown", "End", "ArrowLeft", "Home"])
    places = [2, 3, 10, 9, 1]
    assert seen == [[headings[at - 1], f"{at} of 10"] for at in places]
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(4000)
    top = "document.elementFromPoint(innerWidth / 2, innerHeight / 2)"
    assert page.evaluate(f"Boolean({top}.shadowRoot ?? {top}.closest('.stage'))")


def test_the_address_follows_back_goes_a_step_back_and_a_reload_stays(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan&step=2")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=3")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=4")
    visit.settle()
    page.go_back()
    page.wait_for_url("**step=3")
    visit.settle()
    assert place(page) == "3 of 10"
    page.reload()
    page.wait_for_selector(".stage h1")
    assert place(page) == "3 of 10"
    visit.settle()
    visit.assert_clean()


def test_blank_notes_keys_and_overview_open_and_esc_closes_them_before_it_leaves(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan&step=8")
    page.keyboard.press("b")
    assert page.locator(".layer.blank").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".layer").count() == 0
    page.keyboard.press("?")
    assert page.locator(".layer.keys kbd").count() > 8
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert "documents disagree" in page.locator(".notes").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator(".notes").is_visible()
    page.keyboard.press("o")
    assert page.locator(".overview .card").count() == STEPS["plan"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator(".layer").count() == 0
    assert place(page) == "9 of 10"
    page.wait_for_url("**step=9")
    visit.settle()
    page.keyboard.press("Escape")
    page.wait_for_selector(".briefings")
    assert "briefing=" not in page.url
    visit.assert_clean()


def test_while_it_is_on_there_is_nothing_of_the_app_and_esc_brings_it_back(visiting):
    visit = visiting(size=(1024, 768))
    page = opened(visit, "/briefing?briefing=plan")
    assert page.locator('[data-testid="stHeader"]:visible').count() == 0
    assert page.locator("button:visible").filter(has_text="PPTX").count() == 0
    box = page.locator(".stage").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1024, 768)
    page.keyboard.press("Escape")
    page.wait_for_selector(".briefings")
    page.wait_for_selector('[data-testid="stHeader"]:visible')
    assert page.get_by_role("button", name="Slides (PPTX)").count() == len(STEPS)
    visit.settle()
    visit.assert_clean()


def test_the_buttons_go_when_the_pointer_rests_and_come_with_it(visiting):
    page = opened(visiting(), "/briefing?briefing=plan")
    page.mouse.move(200, 200)
    page.wait_for_selector(".stage.resting")
    page.mouse.move(300, 300)
    page.wait_for_selector(".stage:not(.resting)")


def test_in_a_frame_of_another_page_it_keeps_its_place_and_its_origin(visiting):
    page = opened(visiting(), "/briefing?briefing=plan&embed=true")
    assert page.locator(".stage.filled").count() == 0
    assert page.locator(".embedded-line").is_visible()


def test_full_screen_survives_the_steps_and_esc_ends_it(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan")
    page.keyboard.press("f")
    until(page, "document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=2")
    visit.settle()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=3")
    visit.settle()
    assert page.evaluate("document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    until(page, "document.fullscreenElement === null")
    assert page.locator(".stage h1").count() == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [*ROOMS, (1440, 900), (1280, 720)], ids=str)
@pytest.mark.parametrize("briefing", STEPS)
def test_in_a_room_nothing_is_cut_and_nothing_is_small(visiting, briefing, size, dark):
    page = opened(visiting(size=size, dark=dark), f"/briefing?briefing={briefing}")
    page.evaluate("document.fonts.ready")
    faults = {}
    for step in range(1, STEPS[briefing] + 1):
        assert place(page) == f"{step} of {STEPS[briefing]}"
        page.evaluate(FRAMES)
        faults[step] = page.locator(".stage").evaluate(FAULTS)
        page.keyboard.press("ArrowRight")
    assert {step: found for step, found in faults.items() if found} == {}


@pytest.mark.parametrize("size", ROOMS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("key", ["n", "o", "?"])
def test_what_lies_over_a_step_is_as_large(visiting, key, size):
    page = opened(visiting(size=size), "/briefing?briefing=plan&step=8")
    page.evaluate("document.fonts.ready")
    page.keyboard.press(key)
    small = [each for each in page.locator(".stage").evaluate(FAULTS) if "px" in each]
    assert small == []


def test_charts_and_sums_are_on_the_step(visiting):
    page = opened(visiting(), "/briefing?briefing=numbers&step=2")
    ends = page.locator(".amount rect").evaluate_all(BARS)
    assert [kind for kind, _ in ends] == ["firm", "firm", "soft"]
    assert 2.1 < ends[0][1] / ends[1][1] < 2.4
    assert "About: The number awaiting departure halved" in page.locator(".sum").inner_text()
    page.keyboard.press("End")
    page.keyboard.press("PageUp")
    assert page.locator(".amount .open").count() == 1
    assert page.locator(".amount .sign path").count() == 1


def test_a_second_window_follows_and_leads(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan&step=4")
    with page.expect_popup() as opening:
        page.get_by_role("button", name="Second window").click()
    desk = opening.value
    desk.wait_for_selector(".desk h1")
    assert desk.locator(".desk-place").inner_text() == "Step 4 of 10"
    page.bring_to_front()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("PageDown")
    desk.get_by_text("Step 5 of 10").wait_for()
    assert "Exploring" in desk.locator(".next").inner_text()
    desk.bring_to_front()
    desk.keyboard.press("PageDown")
    page.get_by_text("6 of 10").first.wait_for()
    assert desk.locator(".time").inner_text().startswith("00:")
    visit.assert_clean()


def test_a_field_keeps_its_keys(visiting):
    visit = visiting()
    page = visit.open("/briefing?make=1&pick=libe-hearing&pick=memoranda-signed")
    heading = page.locator(".picked input").first
    heading.click()
    page.keyboard.type("bnof? ")
    assert heading.input_value() == "bnof? "
    page.wait_for_url("**bnof**")
    visit.settle()
    assert heading.input_value() == "bnof? "
    page.get_by_role("button", name="Present it").click()
    page.wait_for_selector(".stage h1")
    assert page.locator(".stage h1").inner_text() == "bnof?"
    assert place(page) == "1 of 2"
    visit.assert_clean()


def test_events_are_collected_while_clicking_through_then_ordered_and_presented(visiting):
    visit = visiting()
    page = visit.open("/?event=libe-hearing")
    add = page.get_by_role("button", name="Add to a briefing")
    add.click()
    page.wait_for_url("**pick=libe-hearing**")
    visit.settle()
    page.get_by_role("link", name="Next →").click()
    page.wait_for_url(lambda url: "event=libe-hearing" not in url)
    visit.settle()
    add.click()
    page.get_by_role("link", name="Your briefing, 2 steps").wait_for()
    visit.settle()
    second = page.locator("#detail-title").inner_text()
    page.get_by_role("button", name="Take out of your briefing").wait_for()
    page.get_by_role("link", name="Your briefing, 2 steps").click()
    page.wait_for_selector(".picked input")
    visit.settle()
    assert page.locator(".picked input").nth(1).get_attribute("placeholder") == second
    page.get_by_role("button", name="Move up step 2").click()
    page.wait_for_url(lambda url: url.endswith("pick=libe-hearing"))
    visit.settle()
    page.get_by_role("button", name="Present it").click()
    page.wait_for_selector(".stage h1")
    assert page.locator(".stage h1").inner_text() == second
    visit.assert_clean()


def test_a_made_briefing_downloads_as_a_table_that_the_program_reads(visiting):
    page = visiting().open("/briefing?make=1&pick=libe-hearing|Say “so”, they|Note")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Download as CSV").click()
    text = loading.value.path().read_text("utf-8")
    assert text.splitlines()[1] == '"my-briefing","1","libe-hearing","Say “so”, they","Note"'


def test_a_swipe_moves_a_step(visiting):
    page = opened(visiting(size=(390, 844)), "/briefing?briefing=plan")
    page.locator(".stage").evaluate(
        """stage => {
          const at = x => [new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 })]
          const touch = (name, init) => stage.dispatchEvent(new TouchEvent(name, init))
          touch("touchstart", { touches: at(300), changedTouches: at(300) })
          touch("touchend", { changedTouches: at(120) })
        }"""
    )
    assert place(page) == "2 of 10"


def test_a_step_leads_to_its_event_on_the_timeline(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan&step=3")
    page.get_by_role("link", name="On the timeline").click()
    page.wait_for_url("**/?event=libe-hearing")
    visit.settle()
    visit.assert_clean()


def test_an_unknown_step_opens_the_first_with_a_notice(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan&step=99")
    assert place(page) == "1 of 10"
    assert page.locator(".notice").count() == 1
    visit.assert_clean()
