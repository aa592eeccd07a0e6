// Labels on the chart itself: measured, shortened only where they must be, never on top of each other.
import { insert, isFree } from "./layout.js"

export const LINE = 16 // height of one row of labels
const BETWEEN = 14 // least distance between two labels
const DATE_GAP = 6
const SIZES = { 3: { weight: 600, size: 13.5 }, 2: { weight: 400, size: 13 }, 1: { weight: 400, size: 12.5 } }
const DATE = { weight: 400, size: 12.5 }

const SAMPLE = "Hamburgefonts 0123456789"
// Letters that stand side by side, each with a width of its own: no marks that join, no ligatures of a script.
const PLAIN = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/
const LETTERS = 0x20c0 // their codes lie below

/** Measures and shortens text in one font family; a letter is measured once, not every text. */
export function makeRuler(family) {
  const scale = makeScales(family)
  const faces = new Map()
  function faceOf(font) {
    const name = `${font.weight} ${font.size}`
    if (!faces.has(name)) faces.set(name, { font, sample: scale(SAMPLE, font), letters: new Float64Array(LETTERS), texts: new Map() })
    return faces.get(name)
  }
  const letter = ({ font, letters }, text, at) => letters[text.charCodeAt(at)] ||= scale(text[at], font)
  // Pairs that are set closer make a text a little narrower than its letters, never wider.
  function bare(face, text) {
    if (!PLAIN.test(text)) return scale(text, face.font)
    let sum = 0
    for (let at = 0; at < text.length; at++) sum += letter(face, text, at)
    return sum
  }
  function width(text, font) {
    const face = faceOf(font), { texts } = face
    if (texts.size > 20000) texts.clear()
    if (!texts.has(text)) texts.set(text, withAir(bare(face, text)))
    return texts.get(text)
  }
  function shorten(text, room, font) {
    if (width(text, font) <= room) return text
    const step = Math.floor(room / 4) * 4 // while a lane grows, not every pixel is another text
    return PLAIN.test(text) ? cutPlain(faceOf(font), text, step) : cutAny(text, step, one => width(one, font))
  }
  function cutPlain(face, text, room) {
    let sum = letter(face, "…", 0), n = 0
    while (n < text.length && withAir(sum + letter(face, text, n)) <= room) sum += letter(face, text, n++)
    return cut(text, n)
  }
  // Whether a font has come since it was measured with.
  function isOld() {
    const anew = makeScales(family)
    return [...faces.values()].some(({ font, sample }) => anew(SAMPLE, font) !== sample)
  }
  return { width, isOld, family, shorten }
}

const withAir = width => width * 1.01 + 0.5

// To change the font of a canvas takes longer than to measure with it.
function makeScales(family) {
  const context = document.createElement("canvas").getContext("2d")
  let set = null
  return (text, font) => {
    if (font !== set) context.font = `${font.weight} ${font.size}px ${family}`
    set = font
    return context.measureText(text).width
  }
}

// Letters of scripts in which they join: every length is measured as it would be written.
function cutAny(text, room, width) {
  const letters = Array.from(text)
  let low = 0, high = letters.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (width(cut(letters, middle)) <= room) low = middle
    else high = middle - 1
  }
  return cut(letters, low)
}

const cut = (letters, n) => `${ended(letters.slice(0, n))}…`
const ended = letters => (typeof letters === "string" ? letters : letters.join("")).replace(/[\s,;:.–—-]+$/u, "")

export const fontOf = rank => SIZES[rank] ?? SIZES[1]
export const dateFont = DATE

/** The free places of a lane's rows: label strips above each row, and the row of marks itself. */
export function makeStrips(items) {
  const rows = new Map()
  for (const item of items) {
    if (!rows.has(item.row)) rows.set(item.row, { levels: [], marks: [] })
    rows.get(item.row).marks.push([item.left - 5, item.right + 5])
  }
  for (const row of rows.values()) row.marks.sort((p, q) => p[0] - q[0])
  return rows
}

/** Place what can be placed for a lane; returns labels and the number of strips of each row. */
export function placeLabels(items, bounds, ruler, held) {
  const rows = makeStrips(items)
  const labels = []
  for (const wish of wishes(items)) {
    const best = bestPlace(wish, rows, bounds, ruler)
    if (best) labels.push(settle(best, wish, rows))
  }
  const levels = new Map()
  for (const [row, { levels: strips }] of rows) levels.set(row, Math.max(strips.length, held?.get(row) ?? 0))
  for (const [row, strips] of held ?? []) if (!levels.has(row)) levels.set(row, strips)
  return { labels, levels }
}

// Who is asked first: headlines, the open event, then the rest by rank, each in time order.
function wishes(items) {
  const found = []
  for (const item of items) {
    const pick = item.pile ? pileLabels(item) : item.events
    for (const event of pick) found.push({ item, event, open: item.open === event.id })
  }
  const turn = ({ event, open }) => (event.rank >= 3 ? 0 : open ? 1 : event.rank === 2 ? 2 : 3)
  return found.sort((p, q) => turn(p) - turn(q) || p.event.index - q.event.index)
}

// A pile is named by its headlines and by the open event; a label of one of the rest would mislead.
function pileLabels({ events, open }) {
  const heads = events.filter(event => event.rank >= 3)
  const opened = events.find(event => event.id === open)
  return opened && !heads.includes(opened) ? [...heads, opened] : heads
}

function bestPlace(wish, rows, bounds, ruler) {
  const { item, event } = wish
  const row = rows.get(item.row)
  const grown = [...rows.values()].reduce((sum, one) => sum + one.levels.length, 0)
  const mayGrow = event.rank >= 3 || (event.rank === 2 && grown < bounds.maxStrips)
  const most = event.rank >= 3 ? 6 : 2
  let best = null
  const offer = place => { if (place && (!best || place.cost < best.cost)) best = place }
  for (const text of variants(event, bounds, ruler)) {
    if (best && best.cost <= text.cost) break
    for (let level = 0; level < most && level <= row.levels.length; level++) {
      if (level === row.levels.length && !mayGrow) break
      offer(above(item, text, row, level, bounds))
    }
    offer(beside(item, text, row, bounds))
  }
  return best
}

const CAPS = { 3: 0.95, 2: 0.6, 1: 0.45 }
const LEAST = { 3: 110, 2: 100, 1: 90 } // of a title, without its date

// The same label at different lengths, dearer the more it leaves out.
function* variants(event, bounds, ruler) {
  const font = fontOf(event.rank)
  const least = Math.min(LEAST[event.rank] ?? 90, ruler.width(event.title, font)) - 1
  const cap = bounds.room * (bounds.room < 500 ? 0.96 : CAPS[event.rank] ?? 0.45)
  const make = (room, when, cost) => {
    const date = when ? ruler.width(when, DATE) + DATE_GAP : 0
    const title = ruler.shorten(event.title, room - date, font)
    const width = ruler.width(title, font)
    return { title, when, titleWidth: width, width: width + date, cost }
  }
  const full = make(cap, event.when, 0)
  if (full.titleWidth >= least) yield full
  const short = event.short || event.when
  if (short !== event.when) yield make(full.width, short, 3)
  for (const share of [0.75, 0.55, 0.4]) {
    const text = make(full.width * share, short, 6 + 26 * (1 - share))
    if (text.titleWidth >= least) yield text
  }
  if (bounds.room < 500) yield make(150, "", 24)
}

function above(item, text, row, level, bounds) {
  const strip = row.levels[level] ?? []
  const fresh = level === row.levels.length
  const leader = (Math.max(item.left, bounds.lo) + Math.min(item.right, bounds.hi)) / 2
  const stem = Math.min(leader, Math.max(item.left, bounds.lo) + 7)
  for (let i = 0; i < level; i++) if (!isFree(row.levels[i] ?? [], stem - 4, stem + 4)) return null
  for (const [x, dear] of startsAbove(item, text.width, bounds)) {
    if (x > stem || x + text.width < stem) continue
    if (!isFree(strip, x, x + text.width + BETWEEN)) continue
    return { ...text, x, level, inline: false, stem, cost: text.cost + dear + level * 7 + (fresh ? 14 : 0) }
  }
  return null
}

function startsAbove(item, width, { lo, hi }) {
  const clamp = x => Math.max(lo, Math.min(x, hi - width))
  const left = Math.max(item.left, lo), right = Math.min(item.right, hi)
  return [[clamp(left), 0], [clamp((left + right - width) / 2), 2], [clamp(left + 14 - width), 3]]
}

function beside(item, text, row, bounds) {
  if (item.right > bounds.right - 4) return null
  const x = item.right + 7
  if (x + text.width > bounds.hi) return null
  if (!isFree(row.marks, x - 1, x + text.width + 4)) return null
  return { ...text, x, level: 0, inline: true, cost: text.cost + 5 }
}

function settle(place, { item, event, open }, rows) {
  const row = rows.get(item.row)
  if (place.inline) insert(row.marks, [place.x - 1, place.x + place.width + 6])
  else {
    while (row.levels.length <= place.level) row.levels.push([])
    insert(row.levels[place.level], [place.x, place.x + place.width + BETWEEN])
    for (let i = 0; i < place.level; i++) insert(row.levels[i], [place.stem - 3, place.stem + 3])
  }
  return { ...place, item, event, open }
}
