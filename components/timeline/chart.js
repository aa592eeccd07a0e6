// The timeline as a picture, which nothing is listened to on: what timeline.js mounts.
import { paletteOf } from "../dom.js"
import { drawLegend, makeChrome, updateChrome } from "./chrome.js"
import { draw, makePlot } from "./draw.js"
import { heldStrips, makeFrame, measures } from "./frame.js"
import { makeRuler } from "./labels.js"
import { clampWindow, makeScale, padded } from "./scale.js"

const FALLBACK = ["#1f4e79", "#9a3d0c", "#6f2c73", "#1f6b4a", "#8a6a00", "#4a5568", "#b02a48", "#006d77"]
const PENDING = 4000 // how long a click outweighs an older answer of the server, in milliseconds

/** A chart without data in `root`: its parts and what is known of it; lanes that begin below `fold` are not drawn yet. */
export function makeChart(root, fold = Infinity) {
  root.classList.add("timeline")
  const parts = makeChrome(root)
  return {
    root, parts, nodes: makePlot(parts.plot, parts.axis), handlers: {}, selected: null, active: null, held: null,
    key: null, window: null, limits: null, frame: null, ruler: null, fold,
  }
}

/** How far below the top of `root` the screen ends, in pixels. */
export const foldOf = root => innerHeight - root.getBoundingClientRect().top

/** Draw data into `root` as a picture, as far down as the screen shows; gives the chart, to be mounted and so drawn whole. */
export function drawChart(root, data) {
  const chart = makeChart(root, foldOf(root))
  readData(chart, data)
  render(chart)
  return Object.assign(chart, { fold: Infinity })
}

/** Take data over; what a reader has zoomed to and opened meanwhile stays. */
export function readData(state, data, handlers) {
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

/** The colours of the lanes, by the theme as it is. */
export function readPalette(state) {
  const given = paletteOf(state.root)
  for (const lane of state.lanes ?? []) {
    const at = Math.abs(lane.color ?? 0)
    lane.paint = given.length ? given[at % given.length] : `var(--plain-${at % FALLBACK.length})`
  }
}

/** Draw what is known at the size that there is. */
export function render(state) {
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
  if (state.legendFor !== state.events && !state.frame.below.length) legend(state)
  if (inPlot && !had.isConnected) state.focusActive?.()
  if (state.revealNext && state.show) {
    const uid = state.revealNext
    state.revealNext = null
    state.show(uid)
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
  const shown = [...state.frame.lanes, ...state.frame.below].flatMap(one => one.items).flatMap(item => item.events)
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

/** Whether an event is well inside the picture. */
export const inWindow = (state, event) => {
  const [t0, t1] = state.goal ?? state.window
  const margin = (t1 - t0) * 0.02
  return (event.z ?? Infinity) >= t0 + margin && (event.a ?? -Infinity) <= t1 - margin
}

/** End a zoom that is on its way. */
export function stopFlight(state) {
  cancelAnimationFrame(state.flight)
  state.goal = null
}
