"""What a reader does, against a bare rerun: filter, search, open an event, next step of a briefing.

`python -m benchmarks.acting` measures at the default dossier and at made ones of 1,000 to 1,000,000
events; `--small` stops at 10,000 and acts less often. The reference is a bare page with one button
that reruns its script, in turn with ours. No act asks for what was asked for before: each filter,
word and event is a new one, so that nothing is measured twice from a cache. Times are taken in the
page, from the act to the first frame that shows its outcome; bytes are those that come over the
wire for it, socket and HTTP. An event is pointed at before it is opened, as by a hand.
"""

from __future__ import annotations

import argparse
import base64
import re
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from benchmarks.made import SEED, write_dossier
from benchmarks.ratios import Ratio, print_machine, print_ratios
from benchmarks.serving import served_app, served_bare
from tests.browser.chromium import ARGS, find_chromium

SIZES = (0, 1_000, 10_000, 100_000, 1_000_000)  # 0 is the default dossier
SMALL_SIZES = (0, 1_000, 10_000)
RUNS, FEW = 15, 5
WARM = 2  # acts of each kind before it counts
PATIENCE = 120_000  # ms
MOST_WAIT = 40_000  # ms until what an act should show must have come
AHEAD = 400  # ms for which a pointer rests on a mark before it is pressed
RERUN = """import streamlit as st
st.session_state.n = st.session_state.get("n", 0) + 1
st.button("again")
st.write(f"run {st.session_state.n}")
"""
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
FIRST = "#first"  # the first picture, which goes when the app has drawn
# What is searched for, one word after the other, so that no answer is the one before: two kinds of
# dossier, and more words than a run has acts.
WORDS = {
    False: re.findall(
        r"\w+",
        "office rwanda asylum minister denmark agreement data siri kigali unhcr syria return "
        "parliament court report transfer visit law eu centre",
    ),
    True: re.findall(
        r"\w+",
        "harbour council audit bridge ferry permit school budget lease tender hospital pier dike "
        "archive letter vote water road minutes staff",
    ),
}
FIND = """window.all = (selector, node = document) => {
  const found = [...node.querySelectorAll(selector)]
  for (const host of node.querySelectorAll("*")) {
    if (host.shadowRoot) found.push(...all(selector, host.shadowRoot))
  }
  return found
}
window.timed = (act, sign, most) => new Promise((done, fail) => {
  const before = sign()
  const begun = performance.now()
  act()
  const look = () => {
    const taken = performance.now() - begun
    if (sign() !== before) requestAnimationFrame(() => done(performance.now() - begun))
    else if (taken > most) fail(new Error(`the sign stayed ${JSON.stringify(before)}`))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})"""
# Each act with the sign by which a reader sees that it is done.
ACTS = {
    "filter": (
        """() => { const names = ["Theme", "Who"].map(name => `[aria-label=${name}]`)
          const left = box => !box.checked && !box.closest("label.none")
          const box = names.flatMap(name => all(`${name} input[type=checkbox]`)).find(left)
          box.checked = true
          box.dispatchEvent(new Event("change", { bubbles: true })) }""",
        """() => all("svg.plot")[0]?.getAttribute("aria-label")""",
    ),
    "search": (
        """() => { const box = all("input[type=search]")[0]
          box.value = WORD
          box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" })) }""",
        """() => all("svg.plot")[0]?.getAttribute("aria-label")""",
    ),
    "open": (
        """() => all(`svg.plot .mark[data-uid="${window.pointed}"] .hit`)[0].dispatchEvent(
          new MouseEvent("click", { bubbles: true, composed: true }))""",
        """() => all("article.event h2")[0]?.textContent""",
    ),
}
# A pointer comes to rest on a mark that was not opened before: neither a pile nor a count.
POINT = """() => {
  window.opened ??= new Set()
  const marks = all("svg.plot .mark[aria-pressed=false]")
    .filter(one => !opened.has(one.dataset.uid))
  if (!marks.length) throw new Error("no mark is left that was not opened yet")
  const mark = marks[Math.floor(marks.length / 2)]
  opened.add(mark.dataset.uid)
  window.pointed = mark.dataset.uid
  const over = new PointerEvent("pointerover", { bubbles: true, composed: true })
  mark.querySelector(".hit").dispatchEvent(over)
}"""
STEP = (
    """() => document.dispatchEvent(new KeyboardEvent("keydown",
        { key: window.back ? "ArrowLeft" : "ArrowRight", bubbles: true }))""",
    """() => all(".stage h2, .stage h1")[0]?.textContent""",
)
AGAIN = (
    """() => all("button").find(one => one.textContent === "again").click()""",
    """() => all("[data-testid=stMarkdown] p").at(-1)?.textContent""",
)


@dataclass
class Traffic:
    """What comes to one page over the wire, in bytes."""

    page: Page
    bytes: int = 0
    session: object = field(init=False)

    def __post_init__(self) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", lambda event: self._frame(event))
        session.on("Network.loadingFinished", lambda event: self._add(event["encodedDataLength"]))
        self.session = session

    def _frame(self, event: dict[str, dict[str, str | int]]) -> None:
        response = event["response"]
        text = str(response["payloadData"])
        self._add(len(base64.b64decode(text)) if response["opcode"] == 2 else len(text))

    def _add(self, size: float) -> None:
        self.bytes += int(size)


def act(page: Page, how: tuple[str, str], word: str = "", most: int = MOST_WAIT) -> float:
    """Do one thing and give the milliseconds until it shows; an error where it never does."""
    call, sign = (text.replace("WORD", repr(word)) for text in how)
    try:
        taken = page.evaluate(f"timed({call}, {sign}, {most})")
    except PlaywrightError as error:
        raise RuntimeError(f"an act showed nothing: {error.message}; it was {call}") from None
    settle(page)
    return float(taken)


def settle(page: Page) -> None:
    """Wait for what comes after what was waited for, so that it doesn't fall on the next act."""
    page.wait_for_timeout(150)
    page.wait_for_selector(IDLE, state="attached", timeout=PATIENCE)
    page.wait_for_timeout(50)


class Acted:
    """One act on one page, with the bytes that come for it each time, and for pointing before."""

    def __init__(self, page: Page, name: str, words: Sequence[str]) -> None:
        self.page, self.how, self.words = page, ACTS[name], cycle(words)
        self.points = name == "open"
        self.traffic = Traffic(page)
        self.sizes: list[int] = []
        self.ahead: list[int] = []

    def __call__(self) -> float:
        if self.points:
            self._point()
        before = self.traffic.bytes
        taken = act(self.page, self.how, next(self.words))
        self.sizes.append(self.traffic.bytes - before)
        return taken

    def _point(self) -> None:
        before = self.traffic.bytes
        self.page.evaluate(POINT)
        self.page.wait_for_timeout(AHEAD)
        self.ahead.append(self.traffic.bytes - before)

    @property
    def bytes_said(self) -> str:
        """The bytes of the act in the middle, and of the largest."""
        said = f"{int(statistics.median(self.sizes)):,} bytes, at most {max(self.sizes):,}"
        if self.ahead:
            said += f"; ahead, by pointing, {int(statistics.median(self.ahead)):,}"
        return said


@contextmanager
def opened(browser: Browser, address: str, sign: str) -> Iterator[Page]:
    """A page in a context of its own, drawn."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(FIND)
    page.goto(address)
    page.wait_for_selector(sign, state="attached", timeout=PATIENCE)
    page.wait_for_selector(FIRST, state="detached", timeout=PATIENCE)
    page.wait_for_load_state("networkidle", timeout=PATIENCE)
    page.wait_for_timeout(1500)
    try:
        yield page
    finally:
        context.close()


def pairs(
    one: Callable[[], float], other: Callable[[], float], runs: int
) -> tuple[list[float], list[float]]:
    """Both in turn, after a warm-up of each."""
    taken = [(one(), other()) for _ in range(WARM + runs)][WARM:]
    return [ours for ours, _ in taken], [reference for _, reference in taken]


def goals(name: str, events: int) -> float:
    """The goal of an act at a size."""
    if name == "open":
        return 0.6
    return 1.5 if events >= 1_000_000 else 1.0


def measure_size(browser: Browser, bare: Page, events: int, runs: int, folder: Path) -> list[Ratio]:
    """All acts on a dossier of one size, with the bytes of each printed."""
    environment = {}
    if events:
        write_dossier(events, folder / str(events))
        environment["DOSSIER"] = str(folder / str(events))
    label = f"{events:,} events" if events else "default dossier"
    ratios = []
    with served_app(**environment) as base:
        for name in ACTS:
            with opened(browser, f"{base}/", "svg.plot .mark") as page:
                ours = Acted(page, name, WORDS[events > 0])
                mine, reference = pairs(ours, lambda: act(bare, AGAIN), runs)
            ratios.append(Ratio(f"{name}, {label}", mine, reference, goals(name, events)))
            print(f"  over the wire for {name}, {label}: {ours.bytes_said}")
    return ratios


def measure_steps(browser: Browser, bare: Page, runs: int) -> Ratio:
    """Moving through a briefing."""
    address = "/briefing?briefing=plan&step=2"
    with served_app() as base, opened(browser, base + address, ".stage h2, .stage h1") as page:

        def step() -> float:
            page.evaluate("window.back = !window.back")
            return act(page, STEP)

        mine, reference = pairs(step, lambda: act(bare, AGAIN), runs)
        return Ratio("next step of a briefing, default dossier", mine, reference)


def measure(small: bool) -> list[Ratio]:
    """Measure all acts at all sizes."""
    runs = FEW if small else RUNS
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        browser = play.chromium.launch(executable_path=find_chromium(), args=ARGS)
        with served_bare(folder, script=RERUN) as base, opened(browser, base, "button") as bare:
            ratios = [measure_steps(browser, bare, runs)]
            for events in SMALL_SIZES if small else SIZES:
                ratios += measure_size(browser, bare, events, runs, folder)
        browser.close()
    return ratios


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="smaller dossiers, fewer acts")
    asked = parser.parse_args()
    print_machine(SEED)
    print_ratios(measure(asked.small))


if __name__ == "__main__":
    main()
