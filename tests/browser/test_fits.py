"""Nothing sticks out: on no screen and at no width does a text run over what holds it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

ADDRESSES = ("/", "/?event=libe-hearing", "/?view=list", "/figures", "/documents", "/data")
SIZES = ((390, 844), (720, 450), (1024, 768), (1440, 900))
# Boxes of our own whose contents are wider than they are, where nothing cuts or scrolls them.
STICKING_OUT = """() => {
  const found = []
  const ours = node => node.closest(".root, [data-testid=stHtml], [data-testid=stHeading]")
  const look = root => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) look(node.shadowRoot)
      if (node instanceof SVGElement || !ours(node) || !node.clientWidth) continue
      const style = getComputedStyle(node)
      if (style.display.startsWith("inline") && style.display !== "inline-block") continue
      if (style.overflowX !== "visible" || style.clipPath !== "none") continue
      if (node.textContent.trim() && node.scrollWidth > node.clientWidth + 2) {
        found.push(`${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 60)}`)
      }
    }
  }
  look(document)
  const main = document.querySelector("[data-testid=stMain]")
  if (main.scrollWidth > main.clientWidth + 1) found.push("the page scrolls sideways")
  return found
}"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_no_text_runs_over_its_box(visiting, size):
    visit = visiting(size=size)
    for address in ADDRESSES:
        page = visit.open(address)
        assert page.evaluate(STICKING_OUT) == [], address
