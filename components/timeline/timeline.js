// The timeline. `mountTimeline` draws it into any element; the default export is what Streamlit calls.
import { inWindow, makeChart, readData, readPalette, render, stopFlight } from "./chart.js"
import { heldStrips } from "./frame.js"
import { listenGestures } from "./gestures.js"
import { listenKeys } from "./keys.js"
import { columnWindow, listenPicks } from "./picks.js"
import { clampWindow, zoomed } from "./scale.js"
import { listenTips } from "./tips.js"

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
 * `state` is a chart that chart.js made there; what lies below its fold comes with `whole()` or new data.
 */
export function mountTimeline(root, data, handlers = {}, state = makeChart(root)) {
  const stop = new AbortController()
  Object.assign(state, { handlers, stop: stop.signal }, commands(state))
  for (const listen of [listenGestures, listenKeys, listenTips, listenPicks, listenButtons, listenScreen]) listen(state)
  readData(state, data ?? {}, handlers)
  render(state)
  return {
    update: state.update,
    whole() { if (state.fold < Infinity) { state.fold = Infinity; render(state) } },
    has: id => state.byId.has(id),
    destroy() { stop.abort(); cancelAnimationFrame(state.flight); root.replaceChildren() },
  }
}

function commands(state) {
  return {
    update(data, handlers) { state.fold = Infinity; readData(state, data ?? {}, handlers); render(state) },
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

// Zooming shows more as long as it makes the window plainly shorter.
const zoomsTo = (state, [t0, t1]) => t1 - t0 < (state.window[1] - state.window[0]) * 0.7

function openEvent(state, id) {
  state.selected = id
  state.pending = { id, at: performance.now() }
  if (id !== null && state.byUid.get(state.active)?.id !== id) state.active = state.byId.get(id)?.uid ?? null
  render(state)
  state.handlers.open?.(id)
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
