// The chart of a selection, fetched the moment a reader asks for it, and held: it is drawn before the
// app's own answer, which then says by its tag that this is it, or has another drawn.
import { addressParams, addressWith, filterParams } from "./dom.js"
import { unsqueezed } from "./squeezed.js"
import { unpackTimeline } from "./timeline/packed.js"

const PATIENCE = 4000 // milliseconds for which a reader's choice outweighs an older answer of the app
const SOON = 300 // milliseconds for which the app is not told yet
const MOST = 24, MOST_WHOLE = 3 // charts held, and those of them that others are told by
const IDLE = 1500 // milliseconds after a chart was drawn, before what may be of use later is fetched
const LEFT_OUT = ["event", "v", "pick", "page", "embed", "embed_options"]
const held = new Map() // by tag
const listeners = new Set()
const asked = new Set() // unfiltered charts that were fetched while nothing was asked for
let turn = 0, latest = null, coming = null

/** Be told of a chart that is there before the app says so; returns what ends it. */
export function onAhead(listener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A reader asks for other filters: fetch the chart for them, and have it drawn unless something newer is asked for.
 *
 * What comes back is fulfilled when the chart is drawn, or won't be soon: the app is told then, as
 * its own answer would only hold up this one.
 */
export function askAhead(change) {
  const mine = ++turn
  coming = fetchChart(chartParams(change)).then(data => {
    if (!data || mine !== turn) return
    latest = { name: data.name, at: performance.now() }
    for (const listener of [...listeners]) listener(data)
  }).catch(() => {}) // the app will answer
  return Promise.race([coming, new Promise(next => setTimeout(next, SOON))])
}

/** The chart that the app speaks of; null where the reader has asked for another since. */
export async function chartOf({ tag, at }) {
  if (!held.has(tag)) await coming
  if (latest && latest.name !== at && performance.now() - latest.at < PATIENCE) return null
  latest = null
  return held.get(tag) ?? fetchChart(new URLSearchParams(at))
}

/** Hold a chart, in whichever way it came. */
export function hold(data) {
  held.delete(data.tag)
  held.set(data.tag, data)
  const wholes = [...held.values()].filter(one => one.whole)
  if (wholes.length > MOST_WHOLE) held.delete(wholes[0].tag)
  if (held.size > MOST) held.delete([...held.values()].find(one => !one.whole).tag)
  return data
}

const chartParams = change => addressWith({ ...Object.fromEntries(LEFT_OUT.map(name => [name, null])), ...filterParams(change) }).searchParams

/** Fetch the unfiltered chart when there is time: who came by a link with filters has nothing yet that other charts are told by. */
export function holdWholeSoon({ whole, counted, by }) {
  if (whole || counted || navigator.connection?.saveData) return
  setTimeout(() => {
    const params = chartParams({ clear: true, asof: addressParams().get("asof") ?? "" })
    if (asked.has(String(params)) || [...held.values()].some(one => one.whole && one.by === by)) return
    asked.add(String(params))
    fetchChart(params).catch(() => asked.delete(String(params)))
  }, IDLE)
}

async function fetchChart(params) {
  for (const [tag, data] of held) if (data.whole) params.append("base", tag)
  const answer = await fetch(new URL(`api/chart.json?${params}`, document.baseURI))
  if (answer.status !== 200) return null
  const body = new Uint8Array(await answer.arrayBuffer())
  if (!body.length) return null // nothing is selected: the app says so in words
  const data = await unsqueezed(body)
  return hold("base" in data.marks ? { ...data, marks: null, events: chosen(data) } : data)
}

/** The marks of a chart as objects. */
export const unpacked = data => (data.events ? { ...data, apart: [] } : unpackTimeline(data))

// Marks that are at hand come as their places among those of the whole, each as the distance to the one before.
function chosen({ marks: { base, steps }, lanes }) {
  const all = held.get(base)
  const whole = unpackTimeline(all).events
  const lane = new Map(lanes.map((one, at) => [one.id, at]))
  let at = -1
  return steps.map(step => {
    at += step
    return { ...whole[at], lane: lane.get(all.lanes[whole[at].lane].id) }
  })
}
