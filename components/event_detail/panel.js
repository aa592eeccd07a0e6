// The panel within the app: what is said of an event is fetched, often before it is opened, and held.
import { announce, carryBy, fetchAheadBy, onOpened, openNow, place, settle } from "../opened.js"
import { el } from "../dom.js"

const panels = new WeakMap()
const MOST = 200 // events held once they are fetched
const held = new Map() // what is said of an event, by selection and id; a promise while it is fetched

/** Draw what Streamlit hands over, by the functions of event_detail.js; returns what ends it. */
export function drawPanel(component, by) {
  const { parentElement, data, setTriggerValue } = component
  const panel = panels.get(parentElement) ?? startPanel(parentElement)
  panel.by = by
  panel.go = change => ("event" in change ? announce(change.event) : setTriggerValue("go", change))
  const end = carryBy(id => setTriggerValue("go", { event: id ?? "" }))
  take(panel, data)
  return () => { panel.end(); end(); panels.delete(parentElement) }
}

function startPanel(parentElement) {
  const panel = { root: parentElement.querySelector(".root"), data: {}, drawn: undefined, first: true }
  panel.end = onOpened(id => show(panel, id))
  panels.set(parentElement, panel)
  return panel
}

function take(panel, data) {
  panel.data = { picks: [], ...data }
  panel.drawn = undefined
  fetchAheadBy(id => { if (data.asked !== undefined) askFor(data.asked, id)?.catch?.(() => {}) })
  settle(data.event?.id ?? data.event ?? null)
  show(panel, openNow())
}

/** Show an event, or with null the opening words; at once where it is at hand. */
async function show(panel, id) {
  const { data } = panel
  if (panel.drawn === id) return
  if (id === null) return data.opening && draw(panel, null, "", panel.by.openingPanel(panel.root, data.opening, panel.go, data.picks))
  const found = data.event?.id === id ? data.event : data.asked === undefined ? null : askFor(data.asked, id)
  try {
    const event = found instanceof Promise ? await found : found
    if (!event || openNow() !== id || panel.drawn === id) return
    if (event.apart) place(id, event.apart, (data.asked ?? "").replace(/&?v=[^&]*$/, ""))
    draw(panel, id, event.title, panel.by.eventPanel(panel.root, event, panel.go, data.picks))
  } catch {
    if (openNow() === id) draw(panel, undefined, "", el("p", { class: "muted", role: "status" }, "This event could not be fetched. Press it again."))
  }
}

function draw(panel, id, title, content) {
  panel.root.replaceChildren(content)
  document.title = [title, panel.data.title].filter(Boolean).join(": ") // as components/frame/title.py names the tab
  panel.root.getRootNode().host?.toggleAttribute("data-event", Boolean(id)) // by which frame.css puts it first
  panel.drawn = id
  if (id && !panel.first) panel.by.reveal(panel.root)
  panel.first = false
}

function askFor(asked, id) {
  const name = `${asked}&event=${encodeURIComponent(id)}`
  if (!held.has(name)) {
    const coming = fetch(new URL(`api/panel.json?${name}`, document.baseURI))
      .then(answer => { if (answer.ok) return answer.json(); throw new Error(String(answer.status)) })
    held.set(name, coming)
    coming.then(event => held.set(name, event), () => held.delete(name))
    if (held.size > MOST) held.delete(held.keys().next().value)
  }
  return held.get(name)
}
