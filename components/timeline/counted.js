// Very many events: what a window shows is asked for, drawn when it comes, and kept for the way back.
import { civil } from "./calendar.js"
import { unpackMarks } from "./packed.js"

const TARGET = 24 // pixels: no column is narrower, so that each can be pressed
const WAIT = 70 // milliseconds for which the window rests before it is asked for
const KEPT = 60
const COLUMNS = { least: 8, most: 160, round: 4 }

/** What is known so far of a selection that is too large to be sent as it is. */
export function startCounted(data, handlers) {
  return { asked: data.asked, ask: data.asked ? byAddress(data.asked) : window => handlers.window?.(window), kept: new Map(), answer: null, latest: "", timer: 0 }
}

const address = (asked, window) => new URL(`api/timeline.json?${asked}&${new URLSearchParams(window)}`, document.baseURI)

function byAddress(asked) {
  return async window => {
    const response = await fetch(address(asked, window))
    return response.ok ? response.json() : null
  }
}

const nameOf = ({ t0, t1, columns }) => `${t0} ${t1} ${columns}`

/** The window in whole days, and how many targets it is wide. */
export function windowOf(state) {
  const [t0, t1] = state.goal ?? state.window
  const wide = (state.size.right - state.size.left) / TARGET
  const columns = Math.floor(wide / COLUMNS.round) * COLUMNS.round
  return { t0: Math.floor(t0), t1: Math.ceil(t1), columns: Math.min(Math.max(columns, COLUMNS.least), COLUMNS.most) }
}

/** Ask for the window in view, unless it is at hand; `take(answer)` is called when it is. */
export function wantWindow(state, take) {
  const { counted } = state
  const wanted = windowOf(state), name = nameOf(wanted)
  if (name === counted.latest) return
  counted.latest = name
  clearTimeout(counted.timer)
  const known = counted.kept.get(name)
  if (known) return take(known)
  counted.timer = setTimeout(() => request(state, counted, wanted, take), counted.answer ? WAIT : 0)
}

async function request(state, counted, wanted, take) {
  let data = null
  try { data = await counted.ask(wanted) } catch { /* Said below: what is drawn stays. */ }
  if (state.counted !== counted) return
  if (data) receive(state, data, take, wanted.columns)
  else if (counted.asked && counted.latest === nameOf(wanted)) counted.latest = ""
}

/** Take an answer in, from wherever it came; one that is no longer asked for is only kept. */
export function receive(state, data, take, columns) {
  const { counted } = state
  const answer = readAnswer(data, columns)
  const name = nameOf(answer)
  counted.kept.set(name, answer)
  if (counted.kept.size > KEPT) counted.kept.delete(counted.kept.keys().next().value)
  if (name === counted.latest || !counted.answer) take(answer)
}

function readAnswer(data, columns) {
  return { ...data, columns, marks: unpackMarks(data.marks), edges: edges(data.from, data.bins), fine: edges(data.from, data.fine) }
}

function edges(from, lengths) {
  const days = [from]
  for (const length of lengths) days.push(days.at(-1) + length)
  return days
}

/** The events behind one count, the first of very many: {total, marks}. */
export async function eventsBehind(state, { lane, event, wide }) {
  const { answer } = state.counted
  const { t0, t1, columns } = answer
  const data = await state.counted.ask({ t0, t1, columns, lane, ...(wide ? {} : { column: event.a }) })
  return data && { total: data.total, marks: unpackMarks(data.marks) }
}

/** The filters by which the list shows at least what a count stands for. */
export function listAsked(state, { event, lane }) {
  const { by } = state.data, { id } = state.lanes[lane]
  const facet = id && id !== "Others" ? { [by]: [id] } : {}
  return { view: "list", from: dateOf(event.a), to: dateOf(event.z), ...facet }
}

function dateOf(day) {
  const { year, month, day: of } = civil(day)
  const two = number => String(number).padStart(2, "0")
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(of)}`
}
