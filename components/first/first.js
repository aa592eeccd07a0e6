// The first picture: the app's own components over data in the page, until the app itself has drawn.
// What a reader does meanwhile is answered here; the app finds it in the address.
import { addressWith, el, filterParams } from "../dom.js"
import { eventPanel, openingPanel } from "../event_detail/event_detail.js"
import { eventList } from "../event_list/event_list.js"
import { buildRow, update } from "../filters/filters.js"
import { partRoot } from "../part.js"
import { foldOf, makeChart } from "../timeline/chart.js"
import { counting } from "../timeline/counting.js"
import { unpackTimeline } from "../timeline/packed.js"
import { mountTimeline } from "../timeline/timeline.js"
import { handOver } from "./hand_over.js"
import { known } from "./known.js"
import { chosenScheme, onScreen, readData, startApp } from "./page.js"

const MOST_STEPS = 100 // of a briefing of one's own, as in components/briefing/choice.py
const HEADER = 60 // pixels: the platform's header, which lies over the scrolling page
const NARROW = "(max-width: 900px)" // there an open event stands above the timeline

const TYPE = ["400 13px", "600 13px"].map(each => `${each} "First Sans"`)
const TYPE_WITHIN = 80 // milliseconds: later type is drawn when it comes

const first = document.getElementById("first")
const data = readData()
typeIsThere().then(start)

function start() {
  if (first && data && !new URLSearchParams(location.search).has("embed")) return guarded(begin)
  first?.remove()
  startApp()
}

/** What fails here is the app's to show. */
function guarded(step) {
  try {
    step()
  } catch (error) {
    first.remove()
    document.getElementById("root")?.removeAttribute("inert")
    console.error(error)
    startApp()
  }
}

/** Text that is measured before its type is there is measured, and drawn, twice. */
function typeIsThere() {
  const loading = TYPE.map(font => document.fonts.load(font).catch(() => null))
  return Promise.race([Promise.all(loading), new Promise(next => setTimeout(next, TYPE_WITHIN))])
}

function begin() {
  const place = name => first.querySelector(`.first-${name}`)
  const state = { first, place, data, roots: {}, row: null, timeline: null, asked: 0, waiting: false, pressed: false }
  first.style.colorScheme = chosenScheme() ?? ""
  first.classList.add("live")
  document.getElementById("root")?.setAttribute("inert", "")
  state.roots.timeline = rootIn(place("chart"), ["timeline"])
  state.roots.list = rootIn(place("chart"), ["paper", "list"])
  state.roots.timeline.style.setProperty("--timeline-top", `${HEADER}px`)
  for (const text of first.querySelectorAll(".first-text")) text.remove()
  state.leave = new AbortController()
  listen(state)
  showNotices(state, data)
  showEvents(state, data)
  place("chart").append(el("div", { class: "first-overview" }))
  if (data.detail.event && matchMedia(NARROW).matches) showRest(state)
  onScreen(() => guarded(() => { showRest(state); handOver(state); startApp() }))
}

/** What stands around the events, when those are on screen or a reader acts. */
function showRest(state) {
  if (state.row) return
  state.timeline?.whole()
  state.roots.filters = rootIn(state.place("filters"), ["paper", "filters"])
  state.roots.panel = rootIn(state.place("panel"), ["paper", "detail"])
  state.row = buildRow(state.roots.filters)
  state.row.ask = change => go(state, changed(change))
  update(state.row, state.data.filters)
  showPanel(state, state.data)
}

const changed = change => ({ ...filterParams(change), page: "" })

function rootIn(parent, names) {
  const host = el("div", { class: "first-part" })
  parent.append(host)
  return partRoot(host, names)
}

/** Change the address; the app follows it where it listens already, and this picture in any case. */
function go(state, changes) {
  const address = addressWith(changes)
  if (address.href === location.href) return
  history.pushState(null, "", address)
  showRest(state)
  if (changes.event) showSoon(state, known(state.data, changes.event))
  load(state)
  dispatchEvent(new PopStateEvent("popstate"))
}

async function load(state) {
  const mine = ++state.asked
  state.waiting = true
  try {
    const answer = await fetch(new URL(`first.json${location.search}`, document.baseURI), { signal: state.leave.signal })
    const found = answer.ok ? await answer.json() : null
    if (mine !== state.asked) return
    state.waiting = false
    if (found) show(state, found)
  } catch {
    if (mine === state.asked) state.waiting = false // the app will answer
  }
}

function show(state, data) {
  const before = state.data.detail.event?.id
  state.data = data
  showRest(state)
  update(state.row, data.filters)
  showNotices(state, data)
  showEvents(state, data)
  showPanel(state, data, before)
}

function showNotices(state, { said }) {
  state.place("said").replaceChildren(...said.map(words => el("p", { class: "notice", role: "status" }, words)))
}

// At once what is known of an event here already; its passages come with the answer.
function showSoon(state, event) {
  if (event) showPanel(state, { detail: { event } }, state.data.detail.event?.id ?? null)
}

function showEvents(state, data) {
  const { roots } = state
  roots.timeline.getRootNode().host.hidden = !data.timeline
  roots.list.getRootNode().host.hidden = !data.list
  if (data.list) {
    roots.list.replaceChildren(...eventList(roots.list, data.list, change => follow(state, change)).filter(Boolean))
    return
  }
  const handlers = { open: id => go(state, { event: id ?? "" }), go: change => state.row.ask(change), counting }
  const timeline = unpackTimeline(data.timeline)
  if (state.timeline) state.timeline.update(timeline, handlers)
  else state.timeline = mountTimeline(roots.timeline, timeline, handlers, makeChart(roots.timeline, foldOf(roots.timeline)))
}

const follow = (state, change) => go(state, "page" in change ? { page: String(change.page) } : { event: change.event ?? "" })

function showPanel(state, { detail }, before) {
  const root = state.roots.panel
  const step = change => ("pick" in change ? go(state, { pick: change.pick }) : follow(state, change))
  const picks = new URLSearchParams(location.search).getAll("pick").slice(0, MOST_STEPS)
  root.replaceChildren(detail.event ? eventPanel(root, detail.event, step, picks) : openingPanel(root, detail.opening, step, picks))
  state.place("board").classList.toggle("first-open", Boolean(detail.event))
  if (before !== undefined && detail.event && before !== detail.event.id) reveal(root)
}

// On a narrow screen the panel lies apart from the chart: bring it into view when it changes.
function reveal(root) {
  const { top } = root.getBoundingClientRect()
  if (top < HEADER || top > innerHeight * 0.7) root.scrollIntoView({ block: "start", behavior: "smooth" })
}

function listen(state) {
  const { signal } = state.leave
  addEventListener("popstate", event => event.isTrusted && load(state), { signal })
  addEventListener("pointerdown", () => { state.pressed = true }, { signal, capture: true })
  for (const name of ["pointerup", "pointercancel"]) {
    addEventListener(name, () => { state.pressed = false }, { signal, capture: true })
  }
}
