"""A briefing with the keyboard alone, in a room and at a desk."""

from __future__ import annotations

import pytest

from tests.browser.conftest import until

pytestmark = pytest.mark.browser

STEPS = {"plan": 10, "numbers": 8}
ROOMS = [(1024, 768), (1920, 1080)]
SMALLEST = 20

FAULTS = """stage => {
  const body = stage.querySelector(".step-body"), faults = []
  if (body.scrollHeight > body.clientHeight + 1) faults.push("the body is cut")
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement
    if (!text.textContent.trim() || parent.closest(".visually-hidden")) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect(), words = text.textContent.slice(0, 30)
    if (!box.width) continue
    const size = parseFloat(getComputedStyle(parent).fontSize)
    if (size < SMALLEST) faults.push(`${size}px: ${words}`)
    const outside = box.bottom > innerHeight || box.right > innerWidth || box.left < 0
    if (outside) faults.push(`cut: ${words}`)
  }
  return faults
}""".replace("SMALLEST", str(SMALLEST))


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


def test_full_screen_survives_the_steps_and_esc_ends_it(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan")
    page.keyboard.press("f")
    page.wait_for_selector(".stage.full")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=2")
    visit.settle()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=3")
    visit.settle()
    assert page.evaluate("document.fullscreenElement !== null")
    assert page.locator(".stage.full").count() == 1
    page.keyboard.press("Escape")
    until(page, "document.fullscreenElement === null")
    assert page.locator(".stage h1").count() == 1


@pytest.mark.parametrize("size", ROOMS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("briefing", STEPS)
def test_in_a_room_nothing_is_cut_and_nothing_is_small(visiting, briefing, size):
    page = opened(visiting(size=size), f"/briefing?briefing={briefing}")
    page.keyboard.press("f")
    page.wait_for_selector(".stage.full")
    page.wait_for_timeout(300)
    faults = {}
    for step in range(1, STEPS[briefing] + 1):
        page.wait_for_timeout(60)
        faults[step] = page.locator(".stage").evaluate(FAULTS)
        page.keyboard.press("ArrowRight")
    assert {step: found for step, found in faults.items() if found} == {}


def test_a_second_window_follows_and_leads(visiting):
    visit = visiting()
    page = opened(visit, "/briefing?briefing=plan&step=4")
    with page.expect_popup() as opening:
        page.get_by_role("button", name="Notes in a second window").click()
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
