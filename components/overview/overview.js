// The strip of years: bars for all events and for the selected ones, and a brush that sets the period.
import { dayNumber, civil, yearWords } from "../timeline/calendar.js"
import { makeScale, ticks } from "../timeline/scale.js"
import { set, svg } from "../timeline/svg.js"
import { el } from "../dom.js"

const HEIGHT = 52 // of the tallest bar; the names of the years stand below
const SLOP = 4 // pixels before a press becomes a brush
const strips = new WeakMap()

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  if (!strips.has(parentElement)) strips.set(parentElement, buildStrip(root))
  const strip = strips.get(parentElement)
  strip.ask = period => setTriggerValue("period", period)
  update(strip, data)
  return () => { strip.stop.abort(); strips.delete(parentElement) }
}

/** The strip's elements, built once; `strip.ask([first, last])` is told a period in years, `[]` none. */
export function buildStrip(root) {
  const parts = { every: svg("path", { class: "every" }), chosen: svg("path", { class: "chosen" }), names: svg("g"), brush: svg("g") }
  const picture = svg("svg", { role: "img" }, svg("rect", { class: "ground", x: 0, y: 0, width: "100%", height: HEIGHT }),
    parts.every, parts.chosen, parts.names, parts.brush)
  const years = el("div", { class: "years" })
  root.replaceChildren(el("div", { class: "strip" }, years, picture, el("div", {})))
  const strip = { ...parts, picture, years, ask: () => {}, data: null, span: null, stop: new AbortController() }
  listen(strip)
  const watch = new ResizeObserver(() => strip.data && draw(strip))
  watch.observe(picture)
  strip.stop.signal.addEventListener("abort", () => watch.disconnect())
  return strip
}

/** Bring the strip into step with the data. */
export function update(strip, data) {
  strip.data = data
  strip.span = data.period
  strip.picture.setAttribute("aria-label", data.words)
  const last = data.first + data.all.length * data.size - 1
  strip.years.textContent = data.first === last ? yearWords(last) : `${yearWords(data.first)} – ${yearWords(last)}`
  draw(strip)
}

function draw(strip) {
  const { data, picture } = strip
  const width = picture.clientWidth
  if (!width) return
  const length = data.all.length * data.size
  strip.px = year => ((year - data.first) / length) * width
  strip.year = px => data.first + (Math.min(Math.max(px, 0), width) / width) * length
  const most = Math.sqrt(Math.max(...data.all, 1))
  set(strip.every, { d: bars(data.all, width, most) })
  set(strip.chosen, { d: bars(data.chosen, width, most) })
  strip.names.replaceChildren(...names(strip, width, length))
  drawBrush(strip)
}

// As high as the root of the number, so that a year with one event is seen beside one with many.
function bars(counts, width, most) {
  const step = width / counts.length, gap = step > 4 ? Math.min(step * 0.16, 3) : 0
  return counts.map((count, at) => {
    if (!count) return ""
    const height = Math.max((Math.sqrt(count) / most) * (HEIGHT - 2), 1.5)
    return `M${(at * step + gap / 2).toFixed(1)} ${HEIGHT}v${-height.toFixed(1)}h${(step - gap).toFixed(1)}v${height.toFixed(1)}Z`
  }).join("")
}

function names({ data, px }, width, length) {
  const scale = makeScale(dayNumber(data.first), dayNumber(data.first + length), 0, width)
  let free = 0
  return ticks(scale).map(({ day }) => civil(day)).filter(({ month, day }) => month === 1 && day === 1).map(({ year }) => {
    const x = px(year)
    if (x < free || x > width - 30 || year < data.first) return null
    free = x + 46
    const node = svg("text", { x, y: HEIGHT + 16 })
    node.textContent = yearWords(year)
    return node
  }).filter(Boolean)
}

function drawBrush(strip) {
  if (!strip.span) return strip.brush.replaceChildren()
  const [x0, x1] = strip.span.map(strip.px)
  const edge = x => svg("line", { class: "edge", x1: x, x2: x, y1: 0, y2: HEIGHT })
  strip.brush.replaceChildren(svg("rect", { class: "brush", x: x0, y: 0, width: Math.max(x1 - x0, 1), height: HEIGHT }), edge(x0), edge(x1))
}

// A drag marks a period, a drag within one moves it, a press beside it takes it away.
function listen(strip) {
  const { picture, stop } = strip
  let hand = null
  const at = event => event.clientX - picture.getBoundingClientRect().left
  const on = (name, act) => picture.addEventListener(name, act, { signal: stop.signal })
  on("pointerdown", event => {
    if (event.pointerType === "mouse" && event.button !== 0) return
    hand = { from: at(event), span: event.target.closest(".brush") ? strip.span : null, moved: false }
    picture.setPointerCapture(event.pointerId)
  })
  on("pointermove", event => {
    if (!hand || (!hand.moved && Math.abs(at(event) - hand.from) < SLOP)) return
    hand.moved = true
    strip.span = hand.span ? shifted(strip, hand, at(event)) : [hand.from, at(event)].sort((p, q) => p - q).map(strip.year)
    drawBrush(strip)
  })
  on("pointerup", () => {
    const done = hand
    hand = null
    if (!done) return
    if (done.moved) strip.ask(strip.span)
    else if (strip.data.period && !done.span) strip.ask([])
  })
  on("pointercancel", () => { hand = null; strip.span = strip.data.period; drawBrush(strip) })
}

function shifted(strip, hand, x) {
  const { first, size, all } = strip.data
  const [low, high] = [first, first + size * all.length]
  const by = strip.year(x) - strip.year(hand.from)
  const shift = Math.min(Math.max(by, low - hand.span[0]), high - hand.span[1])
  return hand.span.map(year => year + shift)
}
