// The keyboard: one Tab stop, arrows from mark to mark, Enter opens, Escape closes, + − 0 zoom.
import { announcement } from "./words.js"
import { setText } from "./svg.js"

/** Listen for keys and for the focus arriving at a mark. */
export function listenKeys(state) {
  const { parts, stop } = state
  state.focusActive = () => focusMark(state, state.active)
  parts.plot.addEventListener("keydown", event => onKey(state, event), { signal: stop })
  // Not on the SVG itself: a listener for the focus makes that a Tab stop in Chromium.
  parts.field.addEventListener("focusin", event => onFocus(state, event), { signal: stop })
}

const MOVES = {
  ArrowLeft: state => along(state, -1), ArrowRight: state => along(state, 1),
  ArrowUp: state => across(state, -1), ArrowDown: state => across(state, 1),
  Home: state => itemsOfLane(state)[0], End: state => itemsOfLane(state).at(-1),
}
const ZOOMS = { "+": 0.5, "=": 0.5, "-": 2, "−": 2, "_": 2 }

function onKey(state, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { key } = event
  if (MOVES[key]) go(state, MOVES[key](state))
  else if (key === "Enter" || key === " ") { state.hideTip(); state.pick(state.active) }
  else if (key === "Escape") { if (!state.hideTip()) state.close() }
  else if (ZOOMS[key]) state.zoom(ZOOMS[key], aboutActive(state))
  else if (key === "0") state.parts.buttons.querySelector("[data-do=focus]").click()
  else return
  event.preventDefault()
  event.stopPropagation()
}

function onFocus(state, { target }) {
  const mark = target.closest(".mark")
  if (!mark) return
  const found = findItem(state, item => item.events[0].uid === mark.dataset.uid)
  if (!found) return
  if (!holds(state.active)(found.item)) {
    state.active = found.item.events[0].uid
    for (const one of state.parts.plot.querySelectorAll('.mark[tabindex="0"]')) one.setAttribute("tabindex", -1)
    mark.setAttribute("tabindex", 0)
  }
  const [event] = found.item.events
  if (event.id && !found.item.pile) state.handlers.hint?.(event.id)
  setText(state.parts.live, announcement(found.item, state.lanes[found.lane], state.byLane[found.lane]))
}

/** The item (mark or pile) that passes a test, with its lane; all zoom levels' items, in view or not. */
export function findItem(state, test) {
  for (const [lane, items] of (state.laid?.lanes ?? []).entries()) {
    const item = items.find(test)
    if (item) return { item, lane }
  }
  return null
}

const holds = uid => item => item.events.some(event => event.uid === uid)
const activeItem = state => findItem(state, holds(state.active))
const itemsOfLane = state => state.laid.lanes[activeItem(state)?.lane ?? 0] ?? []

function along(state, by) {
  const items = itemsOfLane(state)
  return items[items.findIndex(holds(state.active)) + by]
}

function across(state, by) {
  const found = activeItem(state)
  if (!found) return undefined
  const at = middleOf(state.byUid.get(state.active))
  const far = item => Math.min(...[item.events[0], item.events.at(-1)].map(event => Math.abs(middleOf(event) - at)))
  for (let lane = found.lane + by; lane >= 0 && lane < state.lanes.length; lane += by) {
    const items = state.laid.lanes[lane]
    if (items.length) return items.reduce((best, item) => (far(item) < far(best) ? item : best))
  }
  return undefined
}

const middleOf = ({ a, z }) => (a === null ? z ?? 0 : z === null ? a : (a + z) / 2)

function go(state, item) {
  if (!item) return
  const { uid } = item.events[0]
  state.active = uid
  state.show(uid)
  state.finish()
  state.render()
  focusMark(state, uid)
}

function focusMark(state, uid) {
  const found = findItem(state, holds(uid))
  const mark = found && state.nodes.markNodes.get(state.lanes[found.lane].id)?.get(found.item.key)
  mark?.focus({ preventScroll: true })
  mark?.scrollIntoView({ block: "nearest", inline: "nearest" })
}

function aboutActive(state) {
  const event = state.byUid.get(state.active)
  return event && state.root.getRootNode().activeElement?.closest?.(".mark") ? middleOf(event) : undefined
}
