// Everything around the plot: the sentence and buttons above, lane names and hints, the legend.
import { coreOf, drawPile, drawShape, shapeOf } from "./marks.js"
import { stretchWords } from "./calendar.js"
import { count, many } from "./words.js"
import { html, keyed, setText, svg } from "./svg.js"

/** The fixed elements of an instance, built once inside its root. */
export function makeChrome(root) {
  const parts = {
    period: html("p", { class: "period" }),
    buttons: html("div", { class: "buttons", role: "group", "aria-label": "Zoom" }),
    axis: svg("svg", { class: "axis", "aria-hidden": "true" }),
    plot: svg("svg", { class: "plot", role: "group" }),
    heads: html("div", { class: "heads" }),
    none: html("p", { class: "none" }, "No events in this selection."),
    legend: html("ul", { class: "legend", "aria-label": "How to read the marks" }),
    live: html("div", { class: "unseen", "aria-live": "polite", role: "status" }),
    help: html("p", { class: "unseen", id: "timeline-help" }, HELP),
  }
  for (const [name, sign, label] of BUTTONS) {
    parts.buttons.append(html("button", { type: "button", "data-do": name, "aria-label": label, title: label }, sign))
  }
  parts.plot.setAttribute("aria-describedby", "timeline-help")
  parts.field = html("div", { class: "field" }, parts.plot, parts.heads, parts.none)
  const chart = html("div", { class: "chart" }, html("div", { class: "axis-bar" }, parts.axis), parts.field)
  root.replaceChildren(html("div", { class: "bar" }, parts.period, parts.buttons), chart, parts.legend, parts.live, parts.help)
  parts.headNodes = new Map()
  return parts
}

const HELP = "Left and right arrows move along a lane, up and down between lanes, Home and End to its first "
  + "and last event. Enter opens, Escape closes. Plus, minus and zero zoom."

const BUTTONS = [
  ["in", "+", "Zoom in"], ["out", "−", "Zoom out"],
  ["all", "All years", "All years: show the whole dossier"], ["focus", "Focus", "Focus: back to the main period"],
]

/** The sentence above, the lane names, hints and which buttons can do something. */
export function updateChrome(parts, frame, state) {
  const shown = [...frame.lanes, ...frame.below].reduce((sum, one) => sum + shownIn(one, state), 0)
  const all = state.total
  const { t0, t1 } = state.scale
  const words = stretchWords(Math.ceil(t0), Math.ceil(t1) - 1)
  setText(parts.period, `${words} · ${count(shown)} of ${many(all, "event")} in view`)
  parts.none.hidden = all > 0
  parts.plot.setAttribute("aria-label", `Timeline, ${many(state.lanes.length, "lane")}, ${many(all, "event")}`)
  keyed(parts.heads, parts.headNodes, frame.lanes, one => one.lane.id, makeHead, (node, one) => updateHead(node, one, frame.size))
}

// Of very many events the answer says how many its window holds; the picture holds some twice or not at all.
function shownIn(one, state) {
  const counted = state.counted?.answer?.lanes[one.index]
  return counted ? counted.shown : one.items.reduce((sum, item) => sum + item.events.length, 0)
}

function makeHead() {
  const hint = side => html("button", { type: "button", class: `hint ${side}` })
  return html("div", { class: "head" }, html("span", { class: "name" }), hint("earlier"), hint("later"))
}

function updateHead(node, one, size) {
  node.style.setProperty("--lane", one.lane.paint)
  node.style.top = `${one.top}px`
  node.style.height = `${size.narrow ? 30 : one.height}px`
  node.style.setProperty("--column", `${size.left}px`)
  node.classList.toggle("narrow", size.narrow)
  const [name, earlier, later] = node.children
  setText(name, one.lane.label)
  hint(earlier, one, one.earlier, `‹ ${count(one.earlier)} earlier`)
  hint(later, one, one.later, `${count(one.later)} later ›`)
}

function hint(button, one, number, text) {
  button.hidden = number === 0
  button.dataset.do = button.classList.contains("earlier") ? "earlier" : "later"
  button.dataset.lane = one.index
  setText(button, text)
  const where = button.dataset.do
  button.setAttribute("aria-label", `${many(number, `${where} event`)} in ${one.lane.label}: zoom out to include`)
}

const E = { id: "", kind: "i", a: 0, z: 0, rank: 2, status: "occurred", basis: "stated", b: null, y: null }
const BAND = { ...E, z: 1 }
// [words, event, width, what must occur in the data for the entry to be of use]
const LEGEND = [
  ["known to the day", E, 10, () => true],
  ["some time within", BAND, 34, e => e.kind === "i" && e.a !== e.z],
  ["about then", { ...BAND, soft: true }, 38, e => e.soft],
  ["open end", { ...BAND, a: null, open0: true }, 40, e => e.open0 || e.open1 || e.a === null || e.z === null],
  ["lasted (pale: perhaps)", { ...E, kind: "s", z: 9, b: 3, y: 6 }, 42, e => e.kind === "s"],
  ["date inferred", { ...BAND, basis: "inferred" }, 34, e => e.basis === "inferred"],
  ["announced", { ...BAND, status: "announced" }, 28, e => e.status === "announced"],
  ["claimed", { ...BAND, status: "claimed" }, 28, e => e.status === "claimed"],
]

/** The legend, with the glyphs the data has. */
export function drawLegend(list, events, piles, counted) {
  const used = LEGEND.filter(([, , , test]) => events.some(test))
  const entries = used.map(([words, event, width]) => entry(words, width, group => legendMark(group, event, width)))
  if (piles) entries.push(entry("several events", 26, group => drawPile(group, 1, 25, 5)))
  if (counted) {
    entries.push(entry("how many events a column holds", 30, legendBars))
    entries.push(entry("how many may lie there, of those dated less closely or lasting longer", 34, legendBand))
  }
  list.replaceChildren(...entries)
}

function entry(words, width, paint) {
  const group = svg("g", { transform: "translate(0 10)", class: "mark" })
  paint(group)
  return html("li", {}, svg("svg", { width: width + 2, height: 20, "aria-hidden": "true" }, group), html("span", {}, words))
}

const legendBars = group => group.append(svg("path", { class: "bars", d: "M1 7V3H5V7ZM6 7V-2H10V7ZM11 7V-7H15V7ZM16 7V0H20V7ZM21 7V4H25V7Z" }))

const legendBand = group => group.append(svg("path", { class: "cover", d: "M1 -2H10V2H1ZM10 -4H22V4H10ZM22 -1H33V1H22Z" }))

function legendMark(group, event, width) {
  const size = { left: 1, right: width + 1 }
  const shape = shapeOf(event, event.a === null ? -Infinity : 1, width + 1, size)
  drawShape(group, shape, coreOf(event, shape, day => 1 + (day / 10) * width))
}
