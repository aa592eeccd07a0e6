// Where marks go within a lane: rows for those that would collide, piles for those that are too many.
// Depends on the zoom alone, not on the stretch in view, so panning never reshuffles a lane.
// Positions are in pixels from day 0: x = day × k.

export const HIT = 24 // no mark on its own offers a smaller target than this
const NARROW_ROWS = 3
const WIDE_ROWS = 3
const GAP = 3

/** Known to the very day and not softened: drawn as a dot. */
export const isDot = e => e.kind !== "s" && e.a !== null && e.a === e.z && !e.soft

export const dotRadius = e => (e.rank >= 3 ? 6.5 : 5)

/** The least width of a band, so that it can't be taken for a dot. */
const leastWidth = e => (e.soft ? 20 : e.kind === "s" ? 10 : 14)

/** From where to where the mark of an event is drawn; infinite where an end is open. */
export function extent(e, k) {
  if (isDot(e)) {
    const middle = (e.a + 0.5) * k, r = dotRadius(e)
    return [middle - r, middle + r]
  }
  const x0 = e.a === null ? -Infinity : e.a * k
  const x1 = e.z === null ? Infinity : (e.z + 1) * k
  const lack = (leastWidth(e) - (x1 - x0)) / 2
  return lack > 0 ? [x0 - lack, x1 + lack] : [x0, x1]
}

/** The items of one lane (each a mark or a pile) with rows, in time order. */
export function layoutLane(events, k) {
  const narrow = [], wide = []
  for (const e of events) {
    const [x0, x1] = extent(e, k)
    const mark = { event: e, x0, x1 }
    ;(x1 - x0 <= HIT ? narrow : wide).push(mark)
  }
  const items = stackNarrow(narrow)
  items.push(...stackWide(wide, items))
  return items.sort((p, q) => p.first - q.first)
}

function markItem({ event, x0, x1 }, row) {
  return { key: `m:${event.id}`, events: [event], first: event.index, pile: false, x0, x1, row }
}

function pileItem(marks, row, x0, x1) {
  const events = marks.map(mark => mark.event).sort((p, q) => p.index - q.index)
  return { key: `p:${events[0].id}`, events, first: events[0].index, pile: true, x0, x1, row }
}

const centre = mark => (mark.x0 + mark.x1) / 2

// Marks within one target's width of each other form a group; groups are placed from left to
// right, and one that finds no room takes its left neighbour in and is tried again as a whole.
function stackNarrow(marks) {
  marks.sort((p, q) => centre(p) - centre(q))
  const done = []
  for (const found of groups(marks)) {
    let group = found
    for (;;) {
      const placed = placeGroup(group, done.length ? done.at(-1).ends : [])
      if (placed) { done.push({ group, ...placed }); break }
      group = done.pop().group.concat(group)
    }
  }
  return done.flatMap(one => one.items)
}

function groups(marks) {
  const found = []
  for (const mark of marks) {
    const last = found.at(-1)
    if (last && centre(mark) - centre(last[0]) < HIT) last.push(mark)
    else found.push([mark])
  }
  return found
}

function placeGroup(group, ends) {
  if (group.length <= NARROW_ROWS) {
    const placed = tryRows(group.map(mark => ({ marks: [mark] })), ends)
    if (placed) return placed
  }
  if (group.length === 1) return null
  const heads = group.filter(mark => mark.event.rank >= 3)
  const rest = group.filter(mark => mark.event.rank < 3)
  if (heads.length > 0 && heads.length <= 2 && rest.length > 1) {
    const placed = tryRows([...heads.map(mark => ({ marks: [mark] })), { marks: rest }], ends)
    if (placed) return placed
  }
  return tryRows([{ marks: group }], ends)
}

function tryRows(parts, before) {
  const ends = [...before]
  const items = []
  for (const { marks } of parts) {
    const [x0, x1] = targetSpan(marks)
    let row = 0
    while (row < NARROW_ROWS && (ends[row] ?? -Infinity) > x0 + 0.01) row++
    if (row === NARROW_ROWS) return null
    ends[row] = x1
    items.push(marks.length === 1 ? markItem(marks[0], row) : pileItem(marks, row, x0, x1))
  }
  return { items, ends }
}

function targetSpan(marks) {
  const first = centre(marks[0]), last = centre(marks.at(-1))
  const half = Math.max(HIT, last - first) / 2
  return [(first + last) / 2 - half, (first + last) / 2 + half]
}

// Wide marks go to the first row that is free there; what finds none becomes a pile beneath.
function stackWide(marks, narrowItems) {
  const rows = Array.from({ length: WIDE_ROWS }, () => [])
  for (const item of narrowItems) rows[item.row].push(hitSpan(item))
  for (const row of rows) row.sort((p, q) => p[0] - q[0])
  const items = [], over = []
  for (const same of sameExtents(marks)) {
    const { x0, x1 } = same[0]
    const row = rows.findIndex(taken => isFree(taken, x0 - GAP, x1 + GAP))
    if (row < 0) { over.push(...same); continue }
    insert(rows[row], [x0, x1])
    items.push(same.length === 1 ? markItem(same[0], row) : pileItem(same, row, x0, x1))
  }
  return items.concat(overflow(over))
}

function hitSpan(item) {
  const half = Math.max(HIT, item.x1 - item.x0) / 2, middle = centre(item)
  return [middle - half, middle + half]
}

// More than three with the same extent are one pile from the start.
function sameExtents(marks) {
  const found = new Map()
  for (const mark of marks) {
    const name = mark.event.rank >= 3 ? mark.event.id : (mark.event.reach ??= `${mark.event.a}|${mark.event.z}|${mark.event.kind}`)
    if (!found.has(name)) found.set(name, [])
    found.get(name).push(mark)
  }
  const parts = [...found.values()].flatMap(same => (same.length > 3 ? [same] : same.map(one => [one])))
  // What matters more goes first, then what is known more closely; the vaguest end in a pile.
  const length = ([mark]) => mark.x1 - mark.x0
  const order = (p, q) => q[0].event.rank - p[0].event.rank || length(p) - length(q) || p[0].x0 - q[0].x0
  return parts.sort((p, q) => order(p, q) || p[0].event.index - q[0].event.index)
}

function overflow(marks) {
  marks.sort((p, q) => p.x0 - q.x0)
  const found = []
  for (const mark of marks) {
    const last = found.at(-1)
    if (last && mark.x0 < last.x1 + GAP) {
      last.marks.push(mark)
      last.x1 = Math.max(last.x1, mark.x1)
    } else found.push({ marks: [mark], x0: mark.x0, x1: mark.x1 })
  }
  return found.flatMap(({ marks: all, x0, x1 }) =>
    all.length < 3 ? all.map((mark, i) => markItem(mark, WIDE_ROWS + i)) : [pileItem(all, WIDE_ROWS, x0, x1)])
}

/** True where no interval of a sorted, disjoint list meets [x0, x1]. */
export function isFree(taken, x0, x1) {
  const at = after(taken, x0)
  return at === taken.length || taken[at][0] >= x1
}

/** Put an interval into a sorted list. */
export function insert(taken, interval) {
  taken.splice(after(taken, interval[0]), 0, interval)
}

// The first interval that ends beyond x (the lists are disjoint, so ends are sorted too).
function after(taken, x) {
  let low = 0, high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle][1] > x) high = middle
    else low = middle + 1
  }
  return low
}
