// The Documents screen: cards, passages side by side, and the matrix; one part a mount.
// A part keeps no choice of its own: it draws what the address says and asks for changes.
import { agreementMatrix } from "./agreement_matrix.js"
import { documentCards } from "./document_cards.js"
import { sideBySide } from "./side_by_side.js"

const PARTS = { cards: documentCards, side: sideBySide, matrix: agreementMatrix }
const SETTLED = 400
const drawn = new WeakMap()

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  const go = change => setTriggerValue("go", change)
  const before = drawn.get(parentElement)
  const place = readPlace(parentElement, root)
  root.replaceChildren(...PARTS[data.part](data, go))
  keepPlace(root, place)
  const shown = data.shown ? `${data.shown.kind} ${data.shown.id}` : ""
  drawn.set(parentElement, shown)
  if (!before && data.asked) setTimeout(() => root.scrollIntoView({ block: "start" }), SETTLED)
  if (before && before !== shown) reveal(root)
  listenForReturn(root)
}

/** What has the focus, and how far each box is scrolled, so that drawing anew moves nothing. */
function readPlace(parentElement, root) {
  const boxes = [...root.querySelectorAll("[data-scrolls]")]
  return {
    focus: parentElement.activeElement?.dataset?.focus,
    scrolls: Object.fromEntries(boxes.map(box => [box.dataset.scrolls, [box.scrollLeft, box.scrollTop]])),
  }
}

function keepPlace(root, place) {
  for (const box of root.querySelectorAll("[data-scrolls]")) {
    const [left, top] = place.scrolls[box.dataset.scrolls] ?? [0, 0]
    box.scrollTo(left, top)
  }
  if (place.focus) focusOn(root, place.focus)
}

function focusOn(root, name) {
  root.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({ preventScroll: true })
}

/** What was opened from the matrix lies above it: bring it into view and the focus with it. */
function reveal(root) {
  const { top } = root.getBoundingClientRect()
  if (top > -200 && top < innerHeight * 0.6) return
  root.scrollIntoView({ block: "start" })
  root.querySelector("[data-opened]")?.focus({ preventScroll: true })
}

const returns = new WeakSet()

function listenForReturn(root) {
  if (returns.has(root)) return
  returns.add(root)
  addEventListener("dossier:row", event => {
    const row = root.isConnected && root.querySelector(`[data-row="${CSS.escape(event.detail)}"]`)
    if (!row) return
    row.scrollIntoView({ block: "center" })
    row.querySelector("td a")?.focus({ preventScroll: true })
  })
}
