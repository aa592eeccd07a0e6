// The chart's SVG: lanes, grid, marks and labels, kept in step with a frame.
import { coreOf, drawPile, drawShape, outline, shapeOf } from "./marks.js"
import { dateFont, fontOf } from "./labels.js"
import { countOf, count, nameOf } from "./words.js"
import { contextLabel, ticks } from "./scale.js"
import { keyed, set, setText, svg } from "./svg.js"

let instances = 0

/** The fixed parts of the plot and of the axis. */
export function makePlot(plot, axis) {
  const id = `timeline-clip-${++instances}`
  const defs = svg("defs", {}, hatchPattern(0), hatchPattern(1))
  const layers = { grounds: svg("g"), grid: svg("g", { class: "grid" }), lanes: svg("g"), labels: svg("g", { class: "labels", "aria-hidden": "true" }) }
  const clip = svg("rect", { y: 0 })
  defs.append(svg("clipPath", { id }, clip))
  layers.lanes.setAttribute("clip-path", `url(#${id})`)
  plot.append(defs, layers.grounds, layers.grid, layers.labels, layers.lanes)
  const stems = svg("g", { class: "stems" })
  layers.labels.append(stems)
  return { plot, axis, clip, stems, ...layers, laneNodes: new Map(), markNodes: new Map(), labelNodes: new Map() }
}

function hatchPattern(ground) {
  const stripe = svg("path", { d: "M1.1 -1V6", class: `stripe ground-${ground}` })
  return svg("pattern", {
    id: `timeline-hatch-${ground}`, width: 4.4, height: 4.4,
    patternUnits: "userSpaceOnUse", patternTransform: "rotate(40)",
  }, stripe)
}

/** Bring the SVG into step with the frame. */
export function draw(nodes, frame, state) {
  const { size, height } = frame
  set(nodes.plot, { width: size.width, height, viewBox: `0 0 ${size.width} ${height}` })
  set(nodes.clip, { x: size.left - (size.narrow ? 8 : 0), width: size.right - size.left + (size.narrow ? 18 : 8), height })
  drawGrid(nodes, frame)
  keyed(nodes.lanes, nodes.laneNodes, frame.lanes, one => one.lane.id, one => makeLane(one, nodes), updateLane)
  keyed(nodes.grounds, nodes.groundNodes ??= new Map(), frame.lanes, one => one.lane.id, () => svg("rect"), (node, one) =>
    set(node, { x: 0, y: one.top, width: size.width, height: one.height, class: `ground ground-${one.index % 2}` }))
  const answer = state.counted?.answer ?? null
  const best = answer && (answer.peaks ??= state.counting.peaks(answer))
  for (const one of frame.lanes) {
    const node = nodes.laneNodes.get(one.lane.id)
    if (answer) state.counting.drawDensity(node, one, frame, answer, best)
    else if (node.bars) { node.bars.remove(); node.band.remove(); node.bars = null }
    drawItems(nodes, one, frame, state)
  }
  drawLabels(nodes, frame, state)
}

// A lane that comes back begins without marks: those it had went with it.
function makeLane(one, nodes) {
  nodes.markNodes.set(one.lane.id, new Map())
  return svg("g", { role: "group", class: "lane" })
}

function updateLane(node, one) {
  set(node, { "aria-label": `${one.lane.label}, ${one.total === 1 ? "1 event" : `${count(one.total)} events`}` })
  node.style.setProperty("--lane", one.lane.paint)
}

function drawGrid(nodes, { scale, size, height }) {
  const lines = [], texts = []
  const all = ticks(scale).filter(tick => tick.day >= scale.t0 && tick.day <= scale.t1)
  for (const tick of all) {
    const x = Math.round(scale.px(tick.day)) + 0.5
    lines.push(svg("line", { x1: x, x2: x, y1: 0, y2: height, class: tick.major ? "major" : null }))
  }
  for (const { text, x, major } of axisLabels(all, scale, size, nodes.ruler)) {
    const node = svg("text", { x, y: 19, class: major ? "major" : null })
    node.textContent = text
    texts.push(node)
  }
  nodes.grid.replaceChildren(...lines)
  set(nodes.axis, { width: size.width, height: 28 })
  nodes.axis.replaceChildren(...texts)
}

const AXIS = { true: { weight: 650, size: 13.5 }, false: { weight: 400, size: 12.5 } }

// Bold labels first, then light ones where they fit; the left edge always says where it is.
function axisLabels(all, scale, size, ruler) {
  const placed = []
  const add = (text, x, major) => {
    const width = ruler.width(text, AXIS[major])
    if (x + width > size.width) return
    if (placed.some(one => x < one.x + one.width + 8 && one.x < x + width + 8)) return
    placed.push({ text, x, width, major })
  }
  for (const tick of all) if (tick.major) add(tick.label, scale.px(tick.day) + 4, true)
  const first = Math.min(...placed.map(one => one.x))
  if (first > size.left + 4 && !all.some(tick => tick.major && tick.day <= scale.t0 + 1)) add(contextLabel(scale), size.left + 2, true)
  for (const tick of all) if (!tick.major) add(tick.label, scale.px(tick.day) + 4, false)
  return placed
}

function drawItems(nodes, one, frame, state) {
  const parent = nodes.laneNodes.get(one.lane.id)
  keyed(parent, nodes.markNodes.get(one.lane.id), one.items, item => item.key, makeMark,
    (node, item) => updateMark(node, item, one, frame, state))
}

const makeMark = () => svg("g", { class: "mark", role: "button", tabindex: -1 })

function updateMark(node, item, one, frame, state) {
  const active = item.events.some(event => event.uid === state.active)
  const open = Boolean(item.open)
  set(node, {
    transform: `translate(0 ${item.y})`, tabindex: active ? 0 : -1, "data-uid": item.events[0].uid,
    "aria-label": nameOf(item), "aria-pressed": item.pile || item.counts ? null : String(open),
    "aria-haspopup": item.pile || item.opens === "list" ? "listbox" : null, class: `mark${open ? " open" : ""}${item.pile ? " is-pile" : ""}${item.counts ? " is-count" : ""}${item.events.every(event => event.possible) ? " possible" : ""}`,
  })
  const drawn = `${item.x0}|${item.x1}|${item.events[0].since}|${Boolean(item.events[0].single)}|${countOf(item)}|${open}|${frame.size.width}|${one.index % 2}`
  if (node.drawn === drawn) return
  node.drawn = drawn
  if (item.counts) return state.counting.drawCounted(node, item, frame.size)
  node.replaceChildren(hitArea(item, frame.size))
  if (open) node.append(svg("rect", { ...outline(item, frame.size, 4), class: "ring" }))
  node.append(svg("rect", { ...outline(item, frame.size, open ? 6.5 : 4.5), class: "focus" }))
  if (item.pile) return drawPile(node, item.x0, item.x1, item.events.length, frame.size)
  const [event] = item.events
  if (event.single) node.append(svg("rect", { ...outline(item, frame.size, 3), class: "lens" }))
  if (Number.isFinite(event.since)) node.append(lag(item, frame.scale.px(event.since)))
  const shape = shapeOf(event, item.x0, item.x1, frame.size, one.index % 2)
  drawShape(node, shape, coreOf(event, shape, frame.scale.px))
}

/** From when it happened to when it was told. */
const lag = ({ x0, x1 }, since) => {
  const from = since < x0 ? x0 : since > x1 ? x1 : since
  return svg("line", { x1: since, x2: from, y1: 0, y2: 0, class: "lag" })
}

function hitArea(item, size) {
  const x0 = Math.max(item.x0, size.left - 30), x1 = Math.min(item.x1, size.right + 30)
  const width = Math.max(x1 - x0, 24)
  return svg("rect", { x: (x0 + x1 - width) / 2, y: -12, width, height: 24, class: "hit" })
}

function drawLabels(nodes, frame, state) {
  const all = frame.lanes.flatMap(one => one.labels.map(label => ({ ...label, lane: one })))
  keyed(nodes.labels, nodes.labelNodes, all, label => label.event.uid, makeLabel, (node, label) => updateLabel(node, label, state))
  nodes.stems.replaceChildren(...all.filter(label => !label.inline && label.level > 0).map(stem))
}

function stem(label) {
  const node = svg("line", { x1: label.stem, x2: label.stem, y1: label.y + 7, y2: label.item.y - 7 })
  node.style.setProperty("--lane", label.lane.lane.paint)
  return node
}

function makeLabel() {
  return svg("g", { class: "label" }, svg("text", { class: "title" }), svg("text", { class: "when" }))
}

function updateLabel(node, label, state) {
  const { event, title, when, x, y, titleWidth } = label
  set(node, {
    "data-uid": event.uid,
    class: `label rank-${event.rank} on-${label.lane.index % 2}${event.id === state.selected ? " open" : ""}`,
  })
  node.style.setProperty("--lane", label.lane.lane.paint)
  const [first, second] = node.children
  set(first, { x, y: y + 4.5, "font-size": fontOf(event.rank).size })
  set(second, { x: x + titleWidth + 6, y: y + 4.5, "font-size": dateFont.size })
  setText(first, title)
  setText(second, when)
}
