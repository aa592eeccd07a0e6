// One picture of the chart as plain data: which items are in view, where, with which labels.
import { layoutLane } from "./layout.js"
import { LINE, placeLabels } from "./labels.js"

const NARROW = 640
const COLUMN = 158 // lane names, on wide screens
const GUTTER = 62 // room for "3 later ›"
const WIDE_GUTTER = 96 // room for "123,456 later ›"
const HEAD = 30 // lane names above their lane, on narrow screens
const PITCH = 24
const NAME = { weight: 600, size: 14 }

/** Left and right edges of the plot for a width. */
export function measures(width, counted = false) {
  const narrow = width <= NARROW
  return {
    narrow, width,
    left: narrow ? 8 : COLUMN,
    right: narrow ? width - 10 : width - (counted ? WIDE_GUTTER : GUTTER),
    end: narrow ? width - 2 : width,
  }
}

/** Items of every lane at a zoom; kept until the zoom or the data change. */
export function layoutAll(state) {
  const { k } = state.scale
  if (state.laid?.k === k && state.laid.events === state.events) return state.laid.lanes
  const lanes = state.byLane.map((events, lane) => withCounts(layoutLane(events, k), state, lane))
  state.laid = { k, events: state.events, lanes }
  return lanes
}

// Counts stand among the marks by the day they begin on.
function withCounts(items, state, lane) {
  const answer = state.counted?.answer
  if (!answer) return items
  const counts = state.counting.countItems(answer, lane, state.scale.k)
  const first = item => (item.counts ? item.first : item.events[0].a ?? -Infinity)
  for (const one of counts) {
    Object.assign(one, { label: state.lanes[lane].label, opens: state.opens(one) })
    state.byUid.set(one.event.uid, one.event)
  }
  return items.concat(counts).sort((p, q) => first(p) - first(q) || Number(q.wide ?? 0) - Number(p.wide ?? 0))
}

/** The frame: lanes from top to bottom with their items, labels and hints, and the height.
 *
 * Lanes that begin below `state.fold` are only counted, in `below`: what a screen shows first goes without them.
 */
export function makeFrame(state) {
  const { scale, size, ruler } = state
  const laid = layoutAll(state)
  const lanes = [], below = []
  let top = 0
  state.lanes.forEach((lane, i) => {
    const one = { ...inView(state, laid[i], i), lane, index: i, top, total: state.counted ? lane.total : state.byLane[i].length }
    if (lanes.length && top > state.fold) return below.push(one)
    Object.assign(one, labelled(state, one, i))
    place(one, size, nameLines(lane.label, ruler), state.counted?.answer?.lanes[i], state.counting ?? {})
    top += one.height
    return lanes.push(one)
  })
  return { lanes, below, height: top, scale, size }
}

function inView(state, items, i) {
  const { scale, size } = state
  const shift = scale.px(0)
  const shown = []
  let earlier = 0, later = 0
  for (const item of items) {
    const x0 = item.x0 + shift, x1 = item.x1 + shift
    const where = side(x0, x1, scale)
    if (where < 0) earlier += item.events.length
    else if (where > 0) later += item.events.length
    else shown.push(view(item, x0, x1, size, state.selected))
  }
  const counted = state.counted?.answer?.lanes[i]
  if (counted) [earlier, later] = [counted.earlier, counted.later]
  return { items: shown, earlier, later }
}

function labelled({ size, ruler, held }, { items, later }, i) {
  const free = later > 0 && !size.narrow ? size.right - 2 : size.end - 4
  const bounds = { lo: size.left + 2, hi: free, right: size.right, room: size.end - size.left, maxStrips: 3 }
  return placeLabels(items.filter(item => !item.counts), bounds, ruler, held?.[i])
}

// −1 before the window, 1 after it, 0 in view.
function side(x0, x1, { left, right }) {
  if (x1 - x0 <= 30) {
    const middle = (x0 + x1) / 2
    return middle < left ? -1 : middle > right ? 1 : 0
  }
  return x1 < left + 8 ? -1 : x0 > right - 8 ? 1 : 0
}

function view(item, x0, x1, size, selected) {
  const open = item.events.some(event => event.id === selected) ? selected : null
  return { ...item, left: Math.max(x0, size.left - 40), right: Math.min(x1, size.right + 40), x0, x1, open }
}

// Rows without anything in view take no height; labels sit directly above their row.
function place(one, size, lines, counted, { BARS, BAND, numberBox }) {
  const rows = [...one.levels.keys()].sort((p, q) => p - q)
  const head = size.narrow ? HEAD : 0
  const middles = new Map()
  const y = head + (size.narrow ? 1 : 7)
  let last = null
  for (const row of rows) {
    const strips = one.levels.get(row) * LINE
    const middle = last === null ? y + Math.max(strips + 9, 13) : last + Math.max(PITCH, strips + 16)
    middles.set(row, middle)
    last = middle
  }
  const least = size.narrow ? head + 28 : Math.max(46, 16 + lines * 17 + (one.earlier ? 24 : 0))
  const below = (last ?? head) + (last === null ? 4 : 15)
  const bars = counted?.bins.length ? BARS + 8 : 0, band = counted?.wide ? BAND : 0
  const natural = below + bars + band + (bars || band ? 2 : last === null ? 11 : 0)
  one.height = Math.max(least, natural)
  const slack = size.narrow ? 0 : (one.height - natural) / 2
  one.base = one.top + below + slack + bars - 4
  one.over = one.top + below + slack + bars + band / 2
  for (const item of one.items) {
    item.y = item.wide ? one.over : item.counts ? one.base - BARS / 2 : one.top + middles.get(item.row) + slack
    if (item.wide) item.number = numberBox(item, size)
  }
  for (const label of one.labels) label.y = label.item.y - (label.inline ? 0 : 9 + (label.level + 0.5) * LINE)
}

// How many lines a lane's name takes in its column; remembered with the ruler, as the font decides.
function nameLines(label, ruler) {
  const known = (ruler.lines ??= new Map())
  if (!known.has(label)) known.set(label, countLines(label, ruler))
  return known.get(label)
}

function countLines(label, ruler) {
  const room = COLUMN - 26
  let lines = 1, used = 0
  for (const word of label.split(/\s+/)) {
    const width = ruler.width(`${word} `, NAME)
    if (used && used + width > room) { lines += 1; used = 0 }
    used += width
  }
  return Math.min(lines, 3)
}

/** Strips in use, to hold a lane's height while a hand is still moving the chart. */
export const heldStrips = frame => frame.lanes.map(lane => lane.levels)
