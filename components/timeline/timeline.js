// The timeline. `mountTimeline` draws it into any element; the default export is what Streamlit calls.
import { paletteOf } from "../dom.js"
import { drawLegend, makeChrome, updateChrome } from "./chrome.js"
import { draw, makePlot } from "./draw.js"
import { heldStrips, makeFrame, measures } from "./frame.js"
import { listenGestures } from "./gestures.js"
import { listenKeys } from "./keys.js"
import { makeRuler } from "./labels.js"
import { columnWindow, listenPicks } from "./picks.js"
import { clampWindow, makeScale, padded, zoomed } from "./scale.js"
import { listenTips } from "./tips.js"

const FALLBACK = ["#1f4e79", "#9a3d0c", "#6f2c73", "#1f6b4a", "#8a6a00", "#4a5568", "#b02a48", "#006d77"]
const PENDING = 4000 // how long a click outweighs an older answer of the server, in milliseconds

/** Streamlit components v2: called at every change of data or theme. */
export default function (component) {
  // What only a server can answer is left out of the one offline file.
  return import("./app.js").then(app => app.drawTimeline(component, mountTimeline))
}

/** Draw a timeline into `root`; `handlers.open(id or null)` is told what a reader opens or closes.
 *
 * `handlers.go(filters)` is told which list a count asks for, `handlers.window({t0, t1, columns})`
 * what should come with the next data, of a selection that no address gives. `handlers.counting` is
 * counting.js, without which very many events are not drawn; `handlers.hint(id)` is told what may be opened next.
 */
export function mountTimeline(root, data, handlers = {}) {
  root.classList.add("timeline")
  const parts = makeChrome(root)
  const stop = new AbortController()
  const state = {
    root, parts, handlers, stop: stop.signal, selected: null, active: null, held: null, key: null,
    window: null, limits: null, frame: null, ruler: null,
  }
  state.nodes = makePlot(parts.plot, parts.axis)
  Object.assign(state, commands(state))
  for (const listen of [listenGestures, listenKeys, listenTips, listenPicks, listenButtons, listenScreen]) listen(state)
  state.update(data, handlers)
  return {
    update: state.update,
    has: id => state.byId.has(id),
    destroy() { stop.abort(); cancelAnimationFrame(state.flight); root.replaceChildren() },
  }
}

function commands(state) {
  return {
    update(data, handlers) { readData(state, data ?? {}, handlers); render(state) },
    render: () => render(state),
    restyle() { state.ruler = null; readPalette(state); render(state) },
    show: uid => reveal(state, uid),
    opens: item => (!item.wide && zoomsTo(state, columnWindow(state, item)) ? "zoom" : "list"),
    open: id => openEvent(state, id),
    close: () => state.selected !== null && openEvent(state, null),
    moveTo: (window, how) => moveTo(state, window, how),
    zoom: (factor, about) => moveTo(state, zoomed(state.goal ?? state.window, factor, about ?? middle(state), state.limits)),
    within: window => clampWindow(window, state.limits),
    zoomedBy: (factor, about) => zoomed(state.window, factor, about, state.limits),
    finish: () => finish(state),
    hold(on) { state.held = on && state.frame ? heldStrips(state.frame) : null },
  }
}

// Buttons zoom about the open event while it is in view, else about the middle.
function middle({ window: [t0, t1], byId, selected }) {
  const { a = null, z = null } = byId.get(selected) ?? {}
  const at = a === null || z === null ? null : (a + z + 1) / 2
  return at !== null && at > t0 && at < t1 ? at : (t0 + t1) / 2
}

function readData(state, data, handlers) {
  if (handlers) state.handlers = handlers
  if (data !== state.data) {
    state.data = data
    state.lanes = (data.lanes ?? []).map(lane => ({ ...lane }))
    readCounted(state, data)
    readEvents(state, data.events ?? [])
    state.limits = padded(data.domain ?? [1, 3650])
  }
  readPalette(state)
  const focus = data.focus ?? data.domain ?? [1, 3650]
  const fresh = state.window === null || data.key !== state.key
  state.key = data.key
  state.window = clampWindow(fresh ? [focus[0], focus[1] + 1] : state.window, state.limits)
  if (fresh) stopFlight(state)
  readSelected(state, data.selected ?? null, fresh)
}

// The answers to the same question stay good while only what is open changes.
function readCounted(state, data) {
  const { counting } = state.handlers
  state.counting = data.counted ? counting : null
  if (!state.counting) { state.counted = null; return }
  const same = state.counted && data.asked && state.counted.asked === data.asked
  if (!same) state.counted = counting.startCounted(data, state.handlers)
  if (data.window) counting.receive(state, data.window, answer => { state.counted.answer = answer }, data.window.columns)
}

function readEvents(state, events) {
  const known = new Set(events.map(event => `${event.lane}/${event.id}`))
  const marks = [...events, ...(state.counted?.answer?.marks ?? []), ...(state.data.apart ?? [])]
  const told = marks.filter((e, at) => state.lanes[e.lane] && (at < events.length || !known.has(`${e.lane}/${e.id}`) && known.add(`${e.lane}/${e.id}`)))
  if (state.counted) told.sort((p, q) => (p.a ?? -Infinity) - (q.a ?? -Infinity) || (p.z ?? Infinity) - (q.z ?? Infinity))
  state.events = told.map((e, index) => ({ ...e, index, uid: `${e.lane}/${e.id}` }))
  state.byLane = state.lanes.map(() => [])
  state.byId = new Map()
  state.byUid = new Map()
  for (const event of state.events) {
    state.byLane[event.lane].push(event)
    state.byUid.set(event.uid, event)
    if (!state.byId.has(event.id)) state.byId.set(event.id, event)
  }
  state.total = state.counted ? state.lanes.reduce((sum, lane) => sum + lane.total, 0) : state.events.length
  state.legendFor = null
}

// An answer takes the place of the one before; who stood on a mark that is gone stands where it was.
function takeAnswer(state, answer) {
  const stood = state.byUid.get(state.active)
  state.counted.answer = answer
  readEvents(state, [])
  state.nearActive = stood
  render(state)
}

// Zooming shows more as long as it makes the window plainly shorter.
const zoomsTo = (state, [t0, t1]) => t1 - t0 < (state.window[1] - state.window[0]) * 0.7

// An answer that is older than the reader's last click does not undo it.
function readSelected(state, selected, fresh) {
  if (state.pending && performance.now() - state.pending.at < PENDING && state.pending.id !== selected) return
  state.pending = null
  const changed = selected !== state.selected
  state.selected = selected
  if (!changed || selected === null || !state.byId.has(selected)) return
  const event = state.byId.get(selected)
  if (state.byUid.get(state.active)?.id !== selected) state.active = event.uid
  if (!fresh || !inWindow(state, event)) state.revealNext = event.uid
}

function readPalette(state) {
  const given = paletteOf(state.root)
  for (const lane of state.lanes ?? []) {
    const at = Math.abs(lane.color ?? 0)
    lane.paint = given.length ? given[at % given.length] : `var(--plain-${at % FALLBACK.length})`
  }
}

function render(state) {
  const width = Math.floor(state.root.clientWidth)
  if (!width || !state.window) return
  state.ruler ??= makeRuler(getComputedStyle(state.root).fontFamily)
  state.nodes.ruler = state.ruler
  state.size = measures(width, Boolean(state.counted))
  state.scale = makeScale(...state.window, state.size.left, state.size.right)
  if (state.held) state.held = state.frame ? heldStrips(state.frame) : null
  const had = state.root.getRootNode().activeElement
  const inPlot = had && state.parts.plot.contains(had)
  if (state.counted) state.counting.wantWindow(state, answer => takeAnswer(state, answer))
  state.frame = makeFrame(state)
  settleActive(state)
  draw(state.nodes, state.frame, state)
  updateChrome(state.parts, state.frame, state)
  if (state.legendFor !== state.events) legend(state)
  if (inPlot && !had.isConnected) state.focusActive?.()
  if (state.revealNext) {
    const uid = state.revealNext
    state.revealNext = null
    reveal(state, uid)
  }
}

function legend(state) {
  state.legendFor = state.events
  const piles = state.frame.lanes.some(one => one.items.some(item => item.pile))
  const counted = state.counted?.answer?.lanes.some(lane => lane.bins.length || lane.wide)
  drawLegend(state.parts.legend, state.events, piles, counted)
}

// One mark is the Tab stop: the last one used while in view, else the open one, else a headline.
function settleActive(state) {
  const shown = state.frame.lanes.flatMap(one => one.items).flatMap(item => item.events)
  if (shown.some(event => event.uid === state.active)) return
  const open = shown.find(event => event.id === state.selected && state.selected !== null)
  const near = nearest(shown, state.nearActive)
  state.nearActive = null
  state.active = (near ?? open ?? shown.find(event => event.rank >= 3) ?? shown[0])?.uid ?? null
}

// What stands in the same lane where something stood that is no longer drawn.
function nearest(shown, stood) {
  if (!stood) return undefined
  const middle = event => ((event.a ?? event.z ?? 0) + (event.z ?? event.a ?? 0)) / 2
  const far = event => Math.abs(middle(event) - middle(stood))
  const isWide = event => event.uid.endsWith("#wide")
  return shown.filter(event => event.lane === stood.lane && isWide(event) === isWide(stood)).reduce((best, event) => (best && far(best) <= far(event) ? best : event), undefined)
}

function openEvent(state, id) {
  state.selected = id
  state.pending = { id, at: performance.now() }
  if (id !== null && state.byUid.get(state.active)?.id !== id) state.active = state.byId.get(id)?.uid ?? null
  render(state)
  state.handlers.open?.(id)
}

const inWindow = (state, event) => {
  const [t0, t1] = state.goal ?? state.window
  const margin = (t1 - t0) * 0.02
  return (event.z ?? Infinity) >= t0 + margin && (event.a ?? -Infinity) <= t1 - margin
}

// Pan just far enough that an event is well inside the picture.
function reveal(state, uid, how) {
  const event = state.byUid.get(uid)
  if (!event || inWindow(state, event)) return
  const [t0, t1] = state.goal ?? state.window
  const at = event.a ?? event.z ?? t0, length = t1 - t0
  const start = at < t0 ? at - length * 0.2 : at - length * 0.7
  moveTo(state, clampWindow([start, start + length], state.limits), how)
}

function stopFlight(state) {
  cancelAnimationFrame(state.flight)
  state.goal = null
}

function moveTo(state, goal, how) {
  stopFlight(state)
  const from = state.window
  const still = how === "now" || matchMedia("(prefers-reduced-motion: reduce)").matches
  if (still) { state.window = goal; return render(state) }
  state.goal = goal
  const began = performance.now()
  const step = now => {
    const part = Math.min(Math.max((now - began) / 180, 0), 1), eased = 1 - (1 - part) ** 3
    state.window = part === 1 ? goal : from.map((day, i) => day + (goal[i] - day) * eased)
    if (part === 1) state.goal = null
    render(state)
    if (part < 1) state.flight = requestAnimationFrame(step)
  }
  state.flight = requestAnimationFrame(step)
}

// Land at once, for those who can't wait for the picture to stop: the focus goes where the mark will be.
function finish(state) {
  if (state.goal) moveTo(state, state.goal, "now")
}

function listenButtons(state) {
  const act = event => {
    const button = event.target.closest("[data-do]")
    if (button) press(state, button.dataset.do, Number(button.dataset.lane))
  }
  state.parts.buttons.addEventListener("click", act, { signal: state.stop })
  state.parts.heads.addEventListener("click", act, { signal: state.stop })
}

function press(state, what, lane) {
  const { focus, domain } = state.data
  if (what === "in") state.zoom(0.5)
  else if (what === "out") state.zoom(2)
  else if (what === "all") state.moveTo([...state.limits])
  else if (what === "focus") state.moveTo(clampWindow([(focus ?? domain)[0], (focus ?? domain)[1] + 1], state.limits))
  else if (state.counted) includeReach(state, what, state.lanes[lane].reach)
  else include(state, what, state.byLane[lane])
}

function includeReach(state, side, reach) {
  const [t0, t1] = state.window
  const [first, last] = reach ?? state.limits
  const air = (t1 - t0) * 0.04
  state.moveTo(clampWindow(side === "earlier" ? [Math.min(t0, first - air), t1] : [t0, Math.max(t1, last + 1 + air)], state.limits))
}

// Zoom out until the lane's events on that side are in the picture too.
function include(state, side, events) {
  let [t0, t1] = state.window
  const air = (t1 - t0) * 0.04
  for (const { a, z } of events) {
    if (side === "earlier" && (z ?? Infinity) < t0 + air) t0 = Math.min(t0, (a ?? z - 30) - air)
    if (side === "later" && (a ?? -Infinity) > t1 - air) t1 = Math.max(t1, (z ?? a + 30) + 1 + air)
  }
  state.moveTo(clampWindow([t0, t1], state.limits))
}

// The size, the fonts, the style sheet and the theme may all come or change after the first drawing.
function listenScreen(state) {
  const { root, stop } = state
  let width = 0
  const observer = new ResizeObserver(() => {
    if (Math.floor(root.clientWidth) === width) return
    width = Math.floor(root.clientWidth)
    render(state)
  })
  observer.observe(root)
  stop.addEventListener("abort", () => observer.disconnect())
  const again = () => state.events && state.restyle()
  document.fonts?.addEventListener("loadingdone", () => state.ruler?.isOld() && again(), { signal: stop })
  for (const link of root.getRootNode().querySelectorAll("link[rel=stylesheet]")) {
    link.addEventListener("load", again, { signal: stop })
  }
  root.addEventListener("transitionend", event => event.target === root && again(), { signal: stop })
}
