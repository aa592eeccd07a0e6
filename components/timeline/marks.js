// The glyphs. A date never looks surer than it is; the legend is drawn with this same code.
import { isDot, dotRadius } from "./layout.js"
import { svg } from "./svg.js"

const HALF = 5.5 // half the height of a band
const YEAR = 366 // a window longer than this is drawn paler: it says less
let gradients = 0

/** What is drawn for an event between two pixels, as data: form, fill, hatching, strength along x. */
export function shapeOf(e, x0, x1, size, ground = 0) {
  const fill = e.status === "announced" ? "hollow" : e.status === "claimed" ? "claimed" : "solid"
  const shape = { fill, hatched: e.basis === "inferred", hatch: `url(#timeline-hatch-${ground})`, x0, x1 }
  if (isDot(e)) return { ...shape, form: "dot", r: dotRadius(e) }
  const open0 = e.open0 || e.a === null, open1 = e.open1 || e.z === null
  const from = e.a === null ? size.left : Math.max(x0, size.left - 400)
  const to = e.z === null ? size.right : Math.min(x1, size.right + 400)
  const ends = { open0, open1, soft: e.soft }
  const form = e.kind === "s" ? "span" : "band"
  const vague = form === "band" && (open0 || open1 || e.z - e.a > YEAR)
  return { ...shape, form, vague, x0: from, x1: to, edges: [x0, x1], stops: fade(from, to, ends) }
}

// Strength along the mark: soft ends rise over a third of it, open ends over a longer way.
function fade(x0, x1, { open0, open1, soft }) {
  if (!open0 && !open1 && !soft) return null
  const width = x1 - x0
  const way = open => (open ? Math.min(width * (open0 && open1 ? 0.48 : 0.85), 150) : soft ? width * 0.32 : 0)
  const first = way(open0), last = way(open1)
  const stops = first ? [[x0, 0], [x0 + first, 1]] : [[x0, 1]]
  return stops.concat(last ? [[x1 - last, 1], [x1, 0]] : [[x1, 1]])
}

/** Draw a shape into a group, at x as given and y around 0; the group's colour is the lane's. */
export function drawShape(group, shape, core) {
  const parts = shape.form === "dot" ? dot(shape) : shape.form === "span" ? span(shape, core) : band(shape)
  group.append(...parts.flat().filter(Boolean))
}

function dot({ x0, x1, r, fill, hatched, hatch }) {
  const cx = (x0 + x1) / 2
  const round = (radius, attrs) => svg("circle", { cx, cy: 0, r: radius, ...attrs })
  const stripes = hatched && round(r - (fill === "solid" ? 0 : 2), { class: "hatch", fill: hatch })
  if (fill === "hollow") return [round(r - 1, { class: "hollow" }), hatched && round(r - 2, { class: "tint" }), stripes]
  if (fill === "claimed") return [round(r - 0.75, { class: "claimed" }), stripes]
  return [round(r, { class: "full" }), stripes, hatched && round(r - 0.75, { class: "rim" })]
}

// Once, somewhere between the two ends: a rounded band as wide as what is not known.
function band(shape) {
  const { fill, hatched, hatch, stops } = shape
  const paint = strength(stops, 1)
  const bar = (inset, attrs) => rounded(shape, inset, HALF - inset, attrs)
  const parts = [paint.node]
  if (fill === "hollow") parts.push(bar(0.9, { class: "hollow", stroke: paint.url }))
  else if (fill === "claimed") parts.push(bar(0.75, { class: "claimed", stroke: paint.url, fill: paint.url }))
  else parts.push(bar(0, { class: shape.vague ? "full vague" : "full", fill: paint.url }))
  if (hatched && fill === "hollow") parts.push(bar(2.2, { class: "tint", fill: paint.url }))
  if (hatched) parts.push(bar(fill === "solid" ? 0 : 1.7, { class: "hatch", fill: hatch }))
  return parts
}

// Lasted: pale from the first to the last possible day, a strong line where it surely held.
function span(shape, core) {
  const { fill, hatched, hatch, stops } = shape
  const paint = strength(stops, 1)
  const box = (inset, attrs) => square(shape, HALF - inset, inset, attrs)
  const parts = [paint.node, box(0, { class: "pale", fill: paint.url })]
  if (fill === "hollow") parts.push(box(0.75, { class: "hollow thin", stroke: paint.url }))
  if (fill === "claimed") parts.push(box(0.75, { class: "claimed thin", stroke: paint.url }))
  if (core) {
    const line = strength(core, 1)
    const [from, to] = [core[0][0], core.at(-1)[0]]
    parts.push(line.node, svg("rect", {
      x: from, y: -2, width: Math.max(to - from, 1), height: 4, class: "full", fill: line.url,
    }))
  }
  if (hatched) parts.push(box(0, { class: "hatch", fill: hatch }))
  return parts
}

/** Strength of the strong line of a span: full between the inner bounds, soft out to the outer. */
export function coreOf(e, shape, px) {
  if (e.kind !== "s") return null
  const { x0, x1, edges, stops } = shape
  const open0 = e.open0 || e.a === null, open1 = e.open1 || e.z === null
  const outer0 = e.a === null ? x0 : edges[0], outer1 = e.z === null ? x1 : edges[1]
  const inner0 = e.b === null || e.b === undefined ? outer0 : px(e.b)
  const inner1 = e.y === null || e.y === undefined ? outer1 : px(e.y + 1)
  if (inner0 >= inner1) return null
  if (stops && (open0 || open1 || e.soft)) {
    const clip = ([x, o]) => [Math.min(Math.max(x, x0), x1), o]
    const first = open0 || e.soft ? stops.slice(0, 2) : [[outer0, inner0 > outer0 + 1 ? 0 : 1], [inner0, 1]]
    const last = open1 || e.soft ? stops.slice(-2) : [[inner1, 1], [outer1, inner1 < outer1 - 1 ? 0 : 1]]
    return [...first, ...last].map(clip)
  }
  const cut = x => Math.min(Math.max(x, x0), x1)
  return [[cut(outer0), inner0 > outer0 + 1 ? 0 : 1], [cut(inner0), 1], [cut(inner1), 1], [cut(outer1), inner1 < outer1 - 1 ? 0 : 1]]
}

function strength(stops, most) {
  if (!stops) return { node: null, url: null }
  const id = `fade-${++gradients}`
  const [from, to] = [stops[0][0], stops.at(-1)[0]]
  const length = Math.max(to - from, 0.01)
  const node = svg("linearGradient", { id, gradientUnits: "userSpaceOnUse", x1: from, x2: from + length, y1: 0, y2: 0 })
  for (const [x, o] of stops) {
    node.append(svg("stop", { offset: (x - from) / length, "stop-color": "currentColor", "stop-opacity": o * most }))
  }
  return { node, url: `url(#${id})` }
}

function rounded({ x0, x1 }, inset, half, attrs) {
  return svg("rect", { x: x0 + inset, y: -half, width: Math.max(x1 - x0 - 2 * inset, 1), height: 2 * half, rx: half, ...attrs })
}

function square({ x0, x1 }, half, inset, attrs) {
  return svg("rect", { x: x0 + inset, y: -half, width: Math.max(x1 - x0 - 2 * inset, 1), height: 2 * half, rx: 1.5, ...attrs })
}

/** A pile: several marks that share their place, with their number. */
export function drawPile(group, x0, x1, count, { left, right } = { left: x0, right: x1 }) {
  if (x1 - x0 > 60) return widePile(group, x0, x1, count, { left, right })
  const width = Math.max(x1 - x0, 12 + String(count).length * 7.5)
  const middle = (x0 + x1) / 2
  const box = (dx, dy, attrs) => svg("rect", {
    x: middle - width / 2 + 0.75 + dx, y: -8 + dy, width: width - 1.5 - Math.abs(dx), height: 16, rx: 8, ...attrs,
  })
  const text = svg("text", { x: middle, y: 4.2, "text-anchor": "middle", class: "count" })
  text.textContent = String(count)
  group.append(box(0, 2.5, { class: "pile-under" }), box(0, -0.5, { class: "pile" }), text)
}

// Over a long stretch only the number is strong; a pale bar says how far its events reach.
function widePile(group, x0, x1, count, { left, right }) {
  const from = Math.max(x0, left - 20), to = Math.min(x1, right + 20)
  const half = 10 + String(count).length * 3, middle = (Math.max(x0, left) + Math.min(x1, right)) / 2
  group.append(svg("rect", { x: from, y: -HALF, width: to - from, height: 2 * HALF, rx: HALF, class: "pile-reach" }))
  drawPile(group, middle - half, middle + half, count)
}

/** The outline of an item in view, for rings and hit areas: {x, y, width, height}. */
export function outline(item, size, grow) {
  const x0 = Math.max(item.x0, size.left - 30), x1 = Math.min(item.x1, size.right + 30)
  const half = item.pile ? 8.5 : Math.max(Math.min((x1 - x0) / 2, HALF), HALF)
  return { x: x0 - grow, y: -half - grow, width: x1 - x0 + 2 * grow, height: 2 * (half + grow), rx: half + grow }
}
