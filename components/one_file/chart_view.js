// What the timeline draws, made from the embedded data: the same shape as dossier/views/timeline_view.py makes.
import { periodEnd } from "./periods.js"

const YEAR = 365

/** The importance of a headline event. */
export const HEADLINE = 3

/** Lanes, marks, the whole extent and the window to begin with. */
export function chartView(data, shown, view) {
  const { lanes, of } = data.lanes[view.lanes]
  const pairs = shown.flatMap(at => of[at].map(lane => [at, lane]))
  const used = [...new Set(pairs.map(([, lane]) => lane))].sort((p, q) => p - q)
  const row = new Map(used.map((lane, at) => [lane, at]))
  const reach = extent(shown.map(at => data.marks[at])) ?? [730000, 730000 + YEAR]
  const air = Math.max(15, Math.floor((reach[1] - reach[0]) / 40))
  const domain = [reach[0] - air, reach[1] + air]
  return {
    lanes: used.map(lane => lanes[lane]),
    events: pairs.map(([at, lane]) => ({ ...data.marks[at], lane: row.get(lane) })),
    domain,
    focus: periodWindow(view, domain) ?? focus(data, shown, domain),
    selected: view.event || null,
    key: `${view.lanes} ${view.from} ${view.to}`,
  }
}

function extent(marks) {
  let first = Infinity, last = -Infinity
  for (const { a, z } of marks) {
    first = Math.min(first, a ?? z ?? Infinity)
    last = Math.max(last, z ?? a ?? -Infinity)
  }
  return first <= last ? [first, last] : null
}

function periodWindow({ from, to }, domain) {
  if (!from && !to) return null
  const start = from ? periodEnd(from).earliest : domain[0], end = to ? periodEnd(to).latest : domain[1]
  return start < end ? [start, end] : null
}

function focus(data, shown, domain) {
  const reach = extent(shown.map(at => data.marks[at]).filter(mark => mark.rank === HEADLINE))
  if (!reach || reach[1] - reach[0] < Math.floor(YEAR / 12)) return domain
  return [Math.max(domain[0], reach[0] - Math.floor(YEAR / 2)), Math.min(domain[1], reach[1] + Math.floor(YEAR / 3))]
}
