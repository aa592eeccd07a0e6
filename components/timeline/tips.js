// The tooltip of a mark: title, date in words, how sure; for hover and for the keyboard's focus.
import { findItem } from "./keys.js"
import { floatBeside, screenRect, sink } from "./floating.js"
import { countWords, factsOf, many, pileDates } from "./words.js"
import { html } from "./svg.js"

const WAIT = 120 // time to reach the tooltip itself before it goes, in milliseconds
const REST = 180 // how long the pointer rests before a first tooltip comes
const SOON = 50 // and before what is said of an event is fetched, as it may be opened next

/** Show a tooltip for the mark under the pointer or in focus. */
export function listenTips(state) {
  const { root, stop, parts } = state
  const tip = html("div", { class: "tip", popover: "manual", role: "tooltip", hidden: true })
  root.append(tip)
  const timer = { id: 0, hint: 0 }
  const later = () => { clearTimeout(timer.id); timer.id = setTimeout(() => sink(tip), WAIT) }
  const show = (target, wait = 0) => {
    clearTimeout(timer.id)
    timer.id = setTimeout(() => showTip(state, tip, target), wait)
  }
  state.hideTip = () => { clearTimeout(timer.id); return sink(tip) }
  const on = (node, name, act) => node.addEventListener(name, act, { signal: stop })
  on(parts.plot, "pointerover", event => {
    if (event.pointerType === "touch" || root.classList.contains("moving")) return
    const over = event.target.closest(".mark, .label")
    clearTimeout(timer.hint)
    if (over) timer.hint = setTimeout(() => expect(state, over), SOON)
    if (over) show(over, tip.hidden ? REST : 0)
    else later()
  })
  on(parts.plot, "pointerleave", later)
  on(parts.plot, "pointerdown", event => expect(state, event.target.closest(".mark, .label")))
  on(parts.plot, "click", () => state.hideTip())
  on(tip, "pointerenter", () => clearTimeout(timer.id))
  on(tip, "pointerleave", later)
  on(parts.field, "focusin", event => {
    if (!event.target.matches(":focus-visible.mark")) return
    expect(state, event.target)
    show(event.target)
  })
  on(parts.field, "focusout", later)
  document.addEventListener("scroll", state.hideTip, { signal: stop, capture: true, passive: true })
  document.addEventListener("keydown", event => event.key === "Escape" && !state.parts.plot.contains(event.composedPath()[0])
    && state.hideTip(), { signal: stop })
}

function expect(state, target) {
  const event = state.byUid.get(target?.dataset.uid)
  if (event?.id && !target.matches(".is-pile")) state.handlers.hint?.(event.id)
}

function showTip(state, tip, target) {
  const { uid } = target.dataset
  const found = findItem(state, item => item.events.some(event => event.uid === uid))
  if (!found) return
  const event = state.byUid.get(uid)
  const whole = found.item.pile && !target.classList.contains("label")
  tip.replaceChildren(...(found.item.counts ? countTip(found.item, state.lanes[found.lane]) : whole ? pileTip(found.item) : eventTip(event)))
  tip.style.setProperty("--lane", state.lanes[found.lane].paint)
  const mark = target.classList.contains("label")
    ? state.nodes.markNodes.get(state.lanes[found.lane].id)?.get(found.item.key) : target
  if (mark) floatBeside(tip, screenRect(mark, state))
}

function eventTip(event) {
  return [
    html("strong", {}, event.title), html("span", { class: "tip-date" }, event.when),
    html("span", { class: "tip-facts" }, factsOf(event).join(" · ")),
  ]
}

function countTip(item, lane) {
  return [
    html("strong", {}, countWords(item)), html("span", { class: "tip-date" }, lane.label),
    html("span", { class: "tip-facts" }, item.opens === "list" ? "Press for the list" : "Press to zoom in"),
  ]
}

function pileTip({ events }) {
  const first = [...events].sort((p, q) => q.rank - p.rank || p.index - q.index).slice(0, 3)
  const rest = events.length - first.length
  return [
    html("strong", {}, many(events.length, "event")), html("span", { class: "tip-date" }, pileDates(events)),
    ...first.map(event => html("span", { class: "tip-line" }, event.title)),
    html("span", { class: "tip-facts" }, rest ? `and ${rest} more; press for the list` : "Press for the list"),
  ]
}
