// The Documents screen: cards, passages side by side, and the matrix; one part a mount.
// A part keeps no choice of its own: it draws what the address says and asks for changes.
import { agreementMatrix } from "./agreement_matrix.js"
import { documentCards } from "./document_cards.js"
import { sideBySide } from "./side_by_side.js"

const PARTS = { cards: documentCards, side: sideBySide, matrix: agreementMatrix }
const SETTLED = 400
const drawn = new WeakMap(), listening = new WeakMap()

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  const go = change => setTriggerValue("go", change)
  const before = drawn.get(parentElement)
  const place = readPlace(parentElement, root)
  root.replaceChildren(...PARTS[data.part](data, go))
  keepPlace(root, place)
  showCurrent(root)
  const shown = data.shown ? `${data.shown.kind} ${data.shown.id}` : ""
  drawn.set(parentElement, shown)
  if (before === undefined) setTimeout(() => settle(root, data.asked), SETTLED)
  if (before && before !== shown) reveal(root)
  return listen(parentElement, root, data.part)
}

/** Once the style sheet has come: show what the address asked for. */
function settle(root, asked) {
  showCurrent(root)
  if (asked) root.scrollIntoView({ block: "start" })
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

/** Scroll the list of topics, and nothing else, so far that the opened one is in it. */
function showCurrent(root) {
  const box = root.querySelector("[data-scrolls=topics]"), current = box?.querySelector("[aria-current]")
  if (!current) return
  const inside = current.getBoundingClientRect(), around = box.getBoundingClientRect()
  if (inside.top < around.top || inside.bottom > around.bottom - 40) box.scrollTop += inside.top - around.top - around.height / 3
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

/** Other parts of the screen may ask for this one, or for a row of it, to be shown. */
function listen(parentElement, root, part) {
  if (!listening.has(parentElement)) {
    listening.set(parentElement, new AbortController())
    addEventListener("dossier:part", event => {
      if (event.detail.part === part) showRow(root, event.detail.row)
    }, { signal: listening.get(parentElement).signal })
  }
  return () => { listening.get(parentElement)?.abort(); listening.delete(parentElement) }
}

function showRow(root, row) {
  const found = row && root.querySelector(`[data-row="${CSS.escape(row)}"]`)
  if (found) found.scrollIntoView({ block: "center" })
  else root.scrollIntoView({ block: "start" })
  const target = found ? found.querySelector("td a") ?? found.querySelector("a") : root.querySelector("a, button, select")
  target?.focus({ preventScroll: true })
}
