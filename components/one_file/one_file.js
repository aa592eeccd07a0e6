// The dossier as one file: the app's own components over embedded data, its state after "#".
import { el, makeAddressesBy } from "../dom.js"
import { eventPanel, openingPanel } from "../event_detail/event_detail.js"
import { eventList } from "../event_list/event_list.js"
import { buildRow, update } from "../filters/filters.js"
import { partRoot } from "../part.js"
import { mountTimeline } from "../timeline/timeline.js"
import { FILTERS, addressAfterHash, goTo, readParams } from "./address.js"
import { readView } from "./choice.js"
import { chartView } from "./chart_view.js"
import { early } from "./early.js"
import { readEmbedded } from "./embedded.js"
import { selectEvents } from "./select.js"
import { makeStage, stageHost } from "./stage.js"
import { mountTopics } from "./topics.js"
import { eventView, filterView, listView, openingView } from "./views.js"

const PAPER_WIDTH = 900 // the chart on a printed page, in pixels; the style sheet makes it fit

const data = readEmbedded()
const page = { view: null, hash: "", drawn: "", chart: null, timeline: null }

makeAddressesBy(addressAfterHash, readParams)
const rootIn = (id, name) => partRoot(document.getElementById(id), ["paper", name])
const row = buildRow(rootIn("filters", "filters"))
const listRoot = rootIn("list", "list")
const panelRoot = rootIn("detail", "detail")
const topics = mountTopics(data, go)
stageHost()
const stage = makeStage(data, rootIn("stage", "stage"), addressAfterHash, go)
row.ask = change => go(change.clear ? Object.fromEntries(FILTERS.map(name => [name, ""])) : { ...change, page: "" })
listen()
goTo(addressAfterHash({}), false) // #figures becomes #screen=figures, so that nothing is scrolled to
show()
document.documentElement.dataset.ready = ""

/** Change the address and show what it asks for: a step that Back undoes, but for typing. */
function go(changes) {
  goTo(addressAfterHash(changes), !("q" in changes))
  show()
}

function show() {
  const before = page.view
  const view = page.view = readView(data)
  page.hash = location.hash
  const found = selectEvents(data, view)
  update(row, filterView(data, found, view))
  showNotices(view.said)
  showScreen(view, before)
  showEvents(found.shown, view)
  showPanel(found.shown, view, before)
  stage.show(view.briefing)
}

function showNotices(said) {
  document.getElementById("notices").replaceChildren(...said.map(words => el("p", { class: "notice", role: "status" }, words)))
}

function showScreen(view, before) {
  for (const screen of document.querySelectorAll("[data-screen]")) screen.classList.toggle("shown", screen.dataset.screen === view.screen)
  for (const link of document.querySelectorAll(".top nav a")) {
    if (link.getAttribute("href") === `#${view.screen}`) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
  document.documentElement.dataset.screen = view.screen
  const params = readParams()
  topics.open(params.get("topic") ?? "")
  const place = ["topic", "series", "check", "source", "briefing"].find(name => params.has(name))
  const target = place && document.getElementById(`${place}=${params.get(place)}`)
  if (target && view.screen !== "timeline") bring(target.closest(".topics") ?? target, before?.screen === view.screen)
  else if (!before || before.screen !== view.screen) scrollTo(0, 0)
}

/** Bring a place into view; one that is in good view already is left where it is. */
function bring(target, still) {
  const { top } = target.getBoundingClientRect()
  if (!still || top < 0 || top > innerHeight * 0.5) target.scrollIntoView({ block: "start" })
}

/** The chart or the list; the chart is drawn anew only when its data change, never for a click. */
function showEvents(shown, view) {
  const list = view.view === "list" || !shown.length
  document.getElementById("chart").hidden = list
  document.getElementById("list").hidden = !list
  if (list) listRoot.replaceChildren(...eventList(listRoot, listView(data, shown, view), go).filter(Boolean))
  else drawTimeline(shown, view)
}

function drawTimeline(shown, view) {
  const drawn = `${view.lanes}|${view.from}|${view.to}|${shown.join()}`
  page.chart = drawn === page.drawn ? { ...page.chart, selected: view.event || null } : chartView(data, shown, view)
  page.drawn = drawn
  const handlers = { open: id => go({ event: id ?? "" }) }
  if (page.timeline) page.timeline.update(page.chart, handlers)
  else page.timeline = mountTimeline(early.root, page.chart, handlers, early.chart)
}

function showPanel(shown, view, before) {
  const panel = view.event ? eventPanel(panelRoot, eventView(data, shown, view), go) : openingPanel(panelRoot, openingView(data), go)
  panelRoot.replaceChildren(panel)
  document.title = view.event ? `${data.marks[data.place.get(view.event)].title} · ${data.title}` : data.title
  if (view.event && before && before.event !== view.event) reveal()
}

// On a narrow screen the panel lies below the chart: bring it into view when it changes.
function reveal() {
  const { top } = panelRoot.getBoundingClientRect()
  if (top < 0 || top > innerHeight * 0.7) panelRoot.scrollIntoView({ block: "start", behavior: "smooth" })
}

function listen() {
  for (const moved of ["popstate", "hashchange"]) addEventListener(moved, () => location.hash !== page.hash && show())
  addEventListener("click", follow)
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented || !page.view.event) return
    if (!event.composedPath()[0].closest?.("input, select, [popover]")) go({ event: "" })
  })
  addEventListener("beforeprint", () => paper(`${PAPER_WIDTH}px`))
  addEventListener("afterprint", () => paper(""))
}

/** A link within the page keeps the filters that are on. */
function follow(event) {
  const link = event.composedPath().find(node => node.localName === "a")
  const href = link?.getAttribute("href") ?? ""
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !href.startsWith("#")) return
  event.preventDefault()
  if (href === "#main") document.getElementById("main").focus()
  else go(Object.fromEntries(readParams(href)))
}

/** For paper, the chart is laid out anew at the width of a page. */
function paper(width) {
  if (width) topics.drawAll()
  document.documentElement.classList.toggle("printing", Boolean(width))
  document.getElementById("chart").style.width = width
  page.timeline?.update(page.chart)
}
