// Choosing an event: a press on a mark or label opens it, a press on a pile opens its list.
import { drawShape, coreOf, shapeOf } from "./marks.js"
import { findItem } from "./keys.js"
import { floatBeside, screenRect, sink } from "./floating.js"
import { many, nameOf, pileDates } from "./words.js"
import { html, svg } from "./svg.js"

/** Listen for presses on marks, and for everything within a pile's list. */
export function listenPicks(state) {
  const { root, stop, parts } = state
  const list = html("div", { class: "pile-list", popover: "manual", hidden: true })
  root.append(list)
  state.pick = uid => pick(state, list, uid)
  parts.plot.addEventListener("click", event => {
    const target = event.target.closest(".mark, .label")
    if (!target) return
    const { uid } = target.dataset
    if (target.classList.contains("label")) open(state, uid)
    else pick(state, list, uid)
  }, { signal: stop })
  list.addEventListener("keydown", event => onKey(state, list, event), { signal: stop })
  list.addEventListener("click", event => choose(state, list, event.target), { signal: stop })
  const shut = event => {
    if (!list.hidden && !event.composedPath().includes(list)) close(state, list, false)
  }
  document.addEventListener("pointerdown", shut, { signal: stop, capture: true })
  document.addEventListener("scroll", shut, { signal: stop, capture: true, passive: true })
}

function open(state, uid) {
  state.active = uid
  state.open((state.byUid.get(uid) ?? state.listed?.find(event => event.uid === uid)).id)
}

function pick(state, list, uid) {
  const found = findItem(state, item => item.events.some(event => event.uid === uid))
  if (!found) return
  if (!found.item.pile && !found.item.counts) return open(state, uid)
  state.hideTip()
  if (found.item.pile) showList(state, list, found, found.item.events)
  else if (found.item.opens === "zoom") state.moveTo(columnWindow(state, found.item))
  else listCount(state, list, found)
}

/** The window that a column fills, with a little air. */
export function columnWindow(state, { event }) {
  const air = (event.z + 1 - event.a) * 0.04
  return state.within([event.a - air, event.z + 1 + air])
}

// What a count stands for is asked for first; by then another list may be open, or none wanted.
async function listCount(state, list, found) {
  if (!state.counted.asked) return state.handlers.go?.(state.counting.listAsked(state, found.item))
  const asked = (list.asked = Symbol("list"))
  const { item, lane } = found
  const behind = await state.counting.eventsBehind(state, item)
  if (!behind || list.asked !== asked) return
  state.listed = behind.marks.map((mark, at) => ({ ...mark, index: at, lane, uid: `${lane}/${mark.id}` }))
  const now = findItem(state, one => one.key === item.key) ?? found
  showList(state, list, now, state.listed, behind.total)
}

function showList(state, list, { item, lane }, events, total = events.length) {
  const one = pileDates(events) === events[0].when
  const rows = html("ul", { role: "listbox", "aria-label": nameOf(item) })
  rows.append(...events.map(event => option(event, one, state.selected)))
  const head = html("div", { class: "pile-head" }, html("strong", {}, many(total, "event")), html("span", {}, item.counts ? item.event.when : pileDates(events)))
  if (total > events.length) rows.append(html("li", { class: "more" }, `The first ${events.length} of ${many(total, "event")}.`))
  if (item.counts && state.handlers.go) head.append(html("button", { type: "button", "data-list": "" }, "All as a list"))
  else if (!item.counts && zoomHelps(state, events)) head.append(html("button", { type: "button", "data-zoom": "" }, "Zoom in"))
  list.replaceChildren(head, rows)
  list.style.setProperty("--lane", state.lanes[lane].paint)
  list.item = item
  const mark = state.nodes.markNodes.get(state.lanes[lane].id)?.get(item.key)
  if (!mark) return
  mark.setAttribute("aria-expanded", "true")
  list.mark = mark
  floatBeside(list, screenRect(mark, state), 4)
  const open = rows.querySelector('[aria-selected="true"]') ?? rows.firstElementChild
  open.tabIndex = 0
  open.focus()
}

// Zooming separates a pile only where its dates differ and fill a smaller part of the window.
function zoomHelps(state, events) {
  const [first, ...rest] = events
  if (rest.every(({ a, z }) => a === first.a && z === first.z)) return false
  const [t0, t1] = around(state, events)
  return t1 - t0 < (state.window[1] - state.window[0]) * 0.7
}

function option(event, oneDate, selected) {
  const group = svg("g", { transform: "translate(0 10)", class: "mark" })
  const size = { left: 1, right: 21 }
  const shape = shapeOf(event, event.a === null ? -Infinity : 1, event.z === null ? Infinity : 21, size)
  drawShape(group, shape, coreOf({ ...event, b: null, y: null }, shape, day => day))
  const words = html("span", {}, event.title)
  if (!oneDate) words.append(" ", html("small", {}, event.when))
  return html("li", { role: "option", tabindex: -1, "aria-selected": String(event.id === selected), "data-uid": event.uid },
    svg("svg", { width: 22, height: 20, "aria-hidden": "true" }, group), words)
}

function onKey(state, list, event) {
  const options = [...list.querySelectorAll("[role=option]")]
  const at = options.indexOf(event.target.closest("[role=option]"))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key]
  if (to !== undefined) step(options, at, Math.max(0, Math.min(to, options.length - 1)))
  else if (event.key === "Enter" || event.key === " ") choose(state, list, event.target)
  else if (event.key === "Escape") close(state, list, true)
  else if (event.key === "Tab" && (!event.shiftKey || !list.querySelector("button"))) return close(state, list, true)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function step(options, from, to) {
  if (from >= 0) options[from].tabIndex = -1
  options[to].tabIndex = 0
  options[to].focus()
}

function choose(state, list, target) {
  const { item } = list
  if (target.closest("[data-list]")) {
    close(state, list, true)
    return state.handlers.go(state.counting.listAsked(state, item))
  }
  if (target.closest("[data-zoom]")) {
    close(state, list, true)
    return state.moveTo(around(state, item.events))
  }
  const uid = target.closest("[role=option]")?.dataset.uid
  if (!uid) return
  close(state, list, true)
  open(state, uid)
}

// A window in which the first and the last date of the pile come well apart.
function around(state, events) {
  const days = events.flatMap(({ a, z }) => [a, z]).filter(day => day !== null)
  const first = Math.min(...days), last = Math.max(...days) + 1
  const air = (last - first) * 0.35 + 1
  return state.within([first - air, last + air])
}

function close(state, list, back) {
  if (!sink(list)) return
  list.mark?.setAttribute("aria-expanded", "false")
  if (back) state.focusActive()
}
