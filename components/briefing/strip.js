// The strip: where a step stands in time among the others. Its marks are the timeline's own.
import { paletteColor } from "../dom.js"
import { extent } from "../timeline/layout.js"
import { coreOf, drawShape, shapeOf } from "../timeline/marks.js"
import { makeScale, padded, ticks } from "../timeline/scale.js"
import { svg } from "../timeline/svg.js"

const PITCH = 12, TOP = 9, EDGE = 10, AIR = 6

/** Draw all steps' marks into a box; `at` is the step that stands out, `words` its alternative text. */
export function drawStrip(box, steps, at, words, size = 20, zoom = 1) {
  const width = box.clientWidth / zoom, label = Math.round(size / zoom)
  const known = steps.flatMap(step => step.mark ? [step.mark.a, step.mark.z] : []).filter(day => day !== null)
  if (!width || !known.length) return box.replaceChildren()
  const scale = makeScale(...padded([Math.min(...known), Math.max(...known)]), EDGE, width - EDGE)
  const placed = place(steps, scale, width)
  const rows = Math.max(...placed.map(item => item.row)) + 1
  const foot = TOP + rows * PITCH + 3
  const height = foot + label * 1.25
  const picture = svg("svg", { width: width * zoom, height: height * zoom, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words, class: "strip" })
  picture.append(svg("defs", {}, hatch()), axis(scale, foot, width, label))
  for (const item of placed) if (item.index !== at) picture.append(mark(box, item, steps, width, false))
  for (const item of placed) if (item.index === at) picture.append(mark(box, item, steps, width, true))
  box.replaceChildren(picture)
}

/** Every mark in the first row where it covers no other. */
function place(steps, scale, width) {
  const ends = []
  const found = steps.flatMap((step, index) => {
    if (!step.mark) return []
    const [from, to] = extent(step.mark, scale.k).map(px => px - scale.t0 * scale.k + scale.left)
    return [{ index, mark: step.mark, scale, x0: Math.max(from, 0), x1: Math.min(to, width) }]
  })
  for (const item of found.sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1)) {
    const free = ends.findIndex(end => end + AIR <= item.x0)
    item.row = free < 0 ? ends.length : free
    ends[item.row] = item.x1
  }
  return found
}

function mark(box, { index, mark: date, scale, x0, x1, row }, steps, width, current) {
  const y = TOP + row * PITCH
  const group = svg("g", { class: current ? "mark current" : "mark" })
  group.style.color = paletteColor(box, steps[index].color)
  const shape = shapeOf(date, x0, x1, { left: 0, right: width, end: width })
  const dot = shape.form === "dot"
  const drawn = svg("g", { transform: `translate(0 ${y})${current || dot ? "" : " scale(1 0.6)"}` })
  drawShape(drawn, shape, coreOf(date, shape, scale.px))
  if (current) group.append(svg("rect", { class: "halo", x: x0 - 4, y: y - 8.5, width: x1 - x0 + 8, height: 17, rx: 8.5 }))
  group.append(drawn)
  return group
}

function axis(scale, foot, width, label) {
  const group = svg("g", { class: "axis" }, svg("line", { x1: 0, x2: width, y1: foot, y2: foot }))
  const all = ticks(scale)
  const bold = all.filter(tick => tick.major)
  let free = 0
  for (const tick of bold.length > 1 ? bold : all) {
    const x = scale.px(tick.day), room = tick.label.length * label * 0.56 + 8
    if (x < 0 || x > width) continue
    group.append(svg("line", { x1: x, x2: x, y1: TOP - 8, y2: foot, class: "tick" }))
    if (x < free || x + room > width) continue
    const text = svg("text", { x: x + 4, y: foot + label, "font-size": label })
    text.textContent = tick.label
    group.append(text)
    free = x + room + 12
  }
  return group
}

function hatch() {
  const stripe = svg("path", { d: "M1.1 -1V6", class: "stripe" })
  return svg("pattern", { id: "timeline-hatch-0", width: 4.4, height: 4.4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(40)" }, stripe)
}
