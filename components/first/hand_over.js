// Giving way to the app: when it has drawn the same, in the same place, the first picture goes.

const LIVE = {
  filters: ".st-key-filters",
  timeline: ".st-key-timeline",
  list: ".st-key-event_list",
  panel: ".st-key-event_detail",
}
const FONTS = /Source (Sans|Serif)/
const AGAIN = 1500 // before the app is told the address once more, in milliseconds
const MOST_TOLD = 2 // times
const PATIENCE = 8000 // how long an app that has drawn may show something else

/** Look at every frame whether the app is there; then step aside. */
export function handOver(state) {
  const seen = { place: "", since: 0, told: 0, times: 0 }
  const look = () => {
    if (isReady(state, seen)) leave(state)
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function isReady(state, seen) {
  if (document.querySelector('#root [data-testid="stException"]')) return true
  const live = liveRoots()
  if (!live || !isIdle() || isBusy(state)) { seen.since = 0; return false }
  const now = performance.now()
  seen.since ||= now
  // Telling makes the app run, which starts the wait anew: so few times, or it would never end.
  if (!isSame(state, live) && seen.times < MOST_TOLD && now - seen.since < PATIENCE) return tell(seen, now)
  // Two frames in the same place: what arrives late has arrived.
  const place = JSON.stringify(Object.values(live).map(root => root.getBoundingClientRect()))
  const still = place === seen.place
  seen.place = place
  return still
}

// The reader acted while the app was starting: have it read the address again.
function tell(seen, now) {
  if (now - Math.max(seen.since, seen.told) > AGAIN) {
    seen.told = now
    seen.times += 1
    dispatchEvent(new PopStateEvent("popstate"))
  }
  return false
}

const isIdle = () => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
  && ![...document.fonts].some(font => FONTS.test(font.family) && font.status === "loading")

// A menu that is open, a text that is being typed, a hand on the chart: none is taken away.
function isBusy(state) {
  const { filters, panel, timeline } = state.roots
  const { input } = state.row.search
  return state.waiting || state.pressed
    || input.matches(":focus") && input.value.trim() !== state.data.filters.query.trim()
    || [filters, panel, timeline].some(root => root.querySelector(":is(.panel, .copy-menu, .pile-list):popover-open"))
}

/** The roots that the app's components have drawn into, by part; null until all have. */
function liveRoots() {
  // The app may read an odd address otherwise than the server did: then its word counts.
  const events = document.querySelector(`#root ${LIVE.list}`) ? "list" : "timeline"
  const roots = {}
  for (const part of ["filters", events, "panel"]) {
    const root = drawnRoot(LIVE[part])
    if (!root) return null
    roots[part] = root
  }
  return roots
}

function drawnRoot(selector) {
  for (const node of document.querySelectorAll(`#root ${selector} *`)) {
    const root = node.shadowRoot?.querySelector(".root[data-drawn]")
    if (root) return [...node.shadowRoot.querySelectorAll("link[rel=stylesheet]")].every(isLoaded) ? root : null
  }
  return null
}

function isLoaded({ sheet }) {
  try {
    return sheet !== null && [...sheet.cssRules].every(rule => !(rule instanceof CSSImportRule) || rule.styleSheet)
  } catch {
    return false
  }
}

// The same counts, the same chart, the same event.
function isSame(state, live) {
  return Object.entries(live).every(([part, root]) => words(part, root) === words(part, state.roots[part]))
}

function words(part, root) {
  if (part === "filters") return root.querySelector(".count")?.textContent
  if (part === "timeline") return root.querySelector(".plot")?.getAttribute("aria-label")
  if (part === "list") return root.textContent
  return `${root.querySelector("article")?.className} ${root.querySelector("h2")?.textContent} ${root.querySelector(".place")?.textContent}`
}

function leave(state) {
  const live = liveRoots() ?? {}
  const focus = focusOf(state)
  const scroller = document.querySelector('[data-testid="stMain"]')
  const { scrollTop } = state.place("main")
  state.leave.abort()
  document.getElementById("root")?.removeAttribute("inert")
  if (scroller) scroller.scrollTop = scrollTop
  state.timeline?.destroy()
  state.first.remove()
  if (focus) nodeAt(live[focus.part], focus.path)?.focus({ preventScroll: true })
}

/** Where the focus is, as a part and a path in it: the app's own part is built alike. */
function focusOf(state) {
  for (const [part, root] of Object.entries(state.roots)) {
    const node = root.getRootNode().activeElement
    if (node) return { part, path: pathTo(root, node) }
  }
  return null
}

function pathTo(root, node) {
  const path = []
  for (let at = node; at && at !== root; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at))
  return path
}

function nodeAt(root, path) {
  let node = root
  for (const at of path) node = node?.children[at]
  return node
}
