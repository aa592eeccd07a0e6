// From days to pixels and back, and the ticks between millennia and single days.
import { civil, dayNumber, MONTHS, SHORT_MONTHS, yearWords } from "./calendar.js"

const MIN_DAYS = 10

/** The window of time [t0, t1] drawn between the pixels `left` and `right`. */
export function makeScale(t0, t1, left, right) {
  const k = (right - left) / (t1 - t0)
  return { t0, t1, left, right, k, px: day => left + (day - t0) * k, day: px => t0 + (px - left) / k }
}

/** The whole extent with a little air; every view stays within it. */
export function padded([first, last]) {
  const length = Math.max(last + 1 - first, MIN_DAYS)
  const air = Math.max(length * 0.03, 2)
  const middle = (first + last + 1) / 2
  return [middle - length / 2 - air, middle + length / 2 + air]
}

/** The nearest window that lies within `limits` and is no shorter than a few days. */
export function clampWindow([t0, t1], limits) {
  const room = limits[1] - limits[0]
  const length = Math.min(Math.max(t1 - t0, Math.min(MIN_DAYS, room)), room)
  const middle = (t0 + t1) / 2
  const start = Math.min(Math.max(middle - length / 2, limits[0]), limits[1] - length)
  return [start, start + length]
}

/** The window after zooming by `factor` (below 1 is closer) with the day `about` staying put. */
export function zoomed([t0, t1], factor, about, limits) {
  const room = limits[1] - limits[0]
  const length = Math.min(Math.max((t1 - t0) * factor, MIN_DAYS), room)
  const share = (about - t0) / (t1 - t0)
  return clampWindow([about - share * length, about + (1 - share) * length], limits)
}

// Steps from the coarsest to the finest: a tick every `n` units, and which ticks are bold.
const STEPS = [
  ["y", 5000, 10000], ["y", 1000, 5000], ["y", 500, 1000], ["y", 200, 1000], ["y", 100, 1000],
  ["y", 50, 100], ["y", 20, 100], ["y", 10, 100], ["y", 5, 10], ["y", 2, 10], ["y", 1, 10],
  ["m", 6, 12], ["m", 3, 12], ["m", 1, 12], ["d", 10], ["d", 5], ["d", 1],
]
const DAYS = { y: 365.2425, m: 30.437, d: 1 }
const ROOM = { y: 42, m: 38, d: 30 }

/** Ticks as {day, label, major}, in order, for a scale; minor ones at least a label apart. */
export function ticks(scale) {
  let step = STEPS[0]
  for (const one of STEPS) if (one[1] * DAYS[one[0]] * scale.k >= ROOM[one[0]]) step = one
  const [unit, n, bold] = step
  if (unit === "y") return yearTicks(scale, n, bold)
  return unit === "m" ? monthTicks(scale, n) : dayTicks(scale, n)
}

// Round years on both sides of the year 1: … 200 BCE, 100 BCE, 1, 100, 200 …
const roundYear = (i, n) => (i > 0 ? i * n : i === 0 ? 1 : 1 + i * n)

function yearTicks({ t0, t1 }, n, bold) {
  const first = Math.floor((civil(t0).year - 1) / n), last = Math.ceil(civil(t1).year / n)
  const found = []
  for (let i = first; i <= last; i++) {
    if (n === 1 && i === 0) continue
    const year = roundYear(i, n)
    found.push({ day: dayNumber(year), label: yearWords(year), major: (i * n) % bold === 0 })
  }
  return found
}

function monthTicks({ t0, t1 }, n) {
  const start = civil(t0)
  const found = []
  for (let i = start.year * 12 + Math.floor((start.month - 1) / n) * n; ; i += n) {
    const year = Math.floor(i / 12), month = i - year * 12 + 1
    const day = dayNumber(year, month)
    found.push({ day, label: month === 1 ? yearWords(year) : SHORT_MONTHS[month - 1], major: month === 1 })
    if (day > t1) return found
  }
}

function dayTicks({ t0, t1 }, n) {
  const found = []
  let { year, month } = civil(t0)
  for (;;) {
    const first = dayNumber(year, month)
    if (first > t1) return found
    const next = month === 12 ? dayNumber(year + 1, 1) : dayNumber(year, month + 1)
    found.push({ day: first, label: `${SHORT_MONTHS[month - 1]} ${yearWords(year)}`, major: true })
    for (let d = n === 1 ? 2 : n; first + d - 1 < next && d <= 31 - n / 2; d += n) {
      found.push({ day: first + d - 1, label: String(d), major: false })
    }
    if (++month > 12) { month = 1; year += 1 }
  }
}

/** What the left edge belongs to (its year, or its month among days), where no bold tick says so. */
export function contextLabel(scale) {
  const { year, month } = civil(scale.t0)
  if (scale.k * DAYS.m < ROOM.m * 3) return yearWords(year)
  return scale.k < 2.2 ? yearWords(year) : `${MONTHS[month - 1].slice(0, 3)} ${yearWords(year)}`
}
