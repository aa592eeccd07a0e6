// Counts in place of marks: columns as high as they hold events, and a band for dates that no column holds.
import { stretchWords, civil, yearWords, MONTHS } from "./calendar.js"
import { count } from "./words.js"
import { set, svg } from "./svg.js"

export const BARS = 30 // height of the tallest column
export const BAND = 20 // height of the row of dates that reach over columns
const THICK = 5 // half the thickness of the band where it is thickest
const LEAST = 1.5 // no column that holds an event is lower

/** The items of a lane that stand for counts: one for each column that holds some, one for the band. */
export function countItems(answer, lane, k) {
  const one = answer.lanes[lane]
  const items = []
  one.bins.forEach((number, at) => {
    if (number) items.push(item(lane, answer.edges[at], answer.edges[at + 1], number, k, false))
  })
  if (one.wide) {
    const made = item(lane, answer.t0, answer.t1, one.wide, k, true)
    const [from, to] = covered(answer, one)
    items.push({ ...made, x0: from * k, x1: to * k })
  }
  return items
}

function item(lane, from, to, number, k, wide) {
  const uid = `${lane}/#${wide ? "wide" : `${from}-${to}`}`
  const event = { uid, id: null, a: from, z: to - 1, rank: 0, index: from, lane, title: "", kind: "i", when: columnWords(from, to) }
  return { key: `c:${uid}`, events: [event], event, lane, first: from, counts: true, wide, count: number, pile: false, x0: from * k, x1: to * k, row: 0 }
}

function covered(answer, { cover }) {
  const first = cover.findIndex(Boolean), last = cover.findLastIndex(Boolean)
  return [answer.fine[first], answer.fine[last + 1]]
}

/** A column of the calendar in words: "2003", "January to March 2003", "11 to 20 May 2003". */
export function columnWords(from, to) {
  const a = civil(from), b = civil(to - 1)
  const wholeMonths = a.day === 1 && civil(to).day === 1
  if (wholeMonths && a.month === 1 && b.month === 12) return a.year === b.year ? yearWords(a.year) : `${yearWords(a.year)} to ${yearWords(b.year)}`
  if (wholeMonths && a.year === b.year) {
    const months = a.month === b.month ? MONTHS[a.month - 1] : `${MONTHS[a.month - 1]} to ${MONTHS[b.month - 1]}`
    return `${months} ${yearWords(a.year)}`
  }
  if (to - from === 1) return `${a.day} ${MONTHS[a.month - 1]} ${yearWords(a.year)}`
  if (a.year === b.year && a.month === b.month) return `${a.day} to ${b.day} ${MONTHS[a.month - 1]} ${yearWords(a.year)}`
  return stretchWords(from, to - 1)
}

/** The highest of all columns by events a day, so that lanes can be compared; and of the bands. */
export function peaks({ lanes, fine }) {
  const most = (row, per) => row.reduce((best, number, at) => Math.max(best, number / per(at)), 0)
  return {
    bar: Math.max(...lanes.map(lane => most(lane.bars, at => fine[at + 1] - fine[at])), 1e-9),
    band: Math.max(...lanes.map(lane => most(lane.cover, () => 1)), 1),
  }
}

/** The outline of a lane's columns: each fine column as high as the root of its events a day. */
export function barsPath({ fine }, lane, scale, base, { bar }) {
  return outline(lane.bars, fine, scale, (number, at, width) => {
    const height = Math.max(Math.sqrt(number / (fine[at + 1] - fine[at]) / bar) * BARS, LEAST)
    return [base - height, base, width > 5 ? 1 : 0]
  })
}

/** The outline of a lane's band: the thicker, the more may lie there. */
export function bandPath({ fine }, lane, scale, middle, { band }) {
  return outline(lane.cover, fine, scale, number => {
    const half = Math.max(Math.sqrt(number / band) * THICK, 0.6)
    return [middle - half, middle + half]
  })
}

function outline(row, edges, scale, sides) {
  const { left, right } = scale
  let path = ""
  row.forEach((number, at) => {
    if (!number) return
    const x0 = Math.max(scale.px(edges[at]), left), x1 = Math.min(scale.px(edges[at + 1]), right)
    if (x1 <= x0) return
    const [y0, y1, gap = 0] = sides(number, at, x1 - x0)
    path += `M${x0.toFixed(1)} ${y0.toFixed(1)}H${(x1 - gap).toFixed(1)}V${y1.toFixed(1)}H${x0.toFixed(1)}Z`
  })
  return path
}

/** Draw what can be pressed of a count: the whole column, or the number on the band. */
export function drawCounted(node, item, size) {
  const outer = item.wide ? numberBox(item, size) : columnBox(item, size)
  const grown = item.wide ? { ...outer, x: outer.x - 3, y: -11, width: outer.width + 6, height: 22, rx: 11 } : columnBox(item, size, 1)
  node.replaceChildren(svg("rect", item.wide ? { ...outer, y: -12, height: 24, class: "hit" } : { ...outer, class: "hit" }))
  drawCount(node, item, size)
  node.append(svg("rect", { ...grown, class: "focus" }))
}

function drawCount(group, one, size) {
  if (one.wide) return drawNumber(group, one, size)
  group.append(svg("rect", { ...columnBox(one, size), class: "column" }))
}

/** The box of a column around its middle line. */
function columnBox({ x0, x1 }, size, grow = 0) {
  const from = Math.max(x0, size.left), to = Math.min(x1, size.right)
  return { x: from - grow, y: -BARS / 2 - 2 - grow, width: Math.max(to - from, 1) + 2 * grow, height: BARS + 4 + 2 * grow, rx: 2 }
}

/** Where the number of a band stands: in the middle of what is in view of it. */
export function numberBox({ x0, x1, count: number }, { left, right }) {
  const middle = (Math.max(x0, left) + Math.min(x1, right)) / 2
  const width = 16 + count(number).length * 7.5
  return { x: middle - width / 2, y: -8, width, height: 16, rx: 8 }
}

function drawNumber(group, one, size) {
  const box = numberBox(one, size)
  const text = svg("text", { x: box.x + box.width / 2, y: 4.2, "text-anchor": "middle", class: "count" })
  text.textContent = count(one.count)
  group.append(svg("rect", { ...box, class: "pile" }), text)
}

/** Bring the two outlines of a lane into step. */
export function drawDensity(node, one, frame, answer, best) {
  if (!node.bars) {
    node.bars = svg("path", { class: "bars" })
    node.band = svg("path", { class: "cover" })
    node.prepend(node.bars, node.band)
  }
  const lane = answer?.lanes[one.index]
  set(node.bars, { d: lane ? barsPath(answer, lane, frame.scale, one.base, best) : "" })
  set(node.band, { d: lane?.wide ? bandPath(answer, lane, frame.scale, one.over, best) : "" })
}
