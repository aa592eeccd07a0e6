// The show: which step is on, what lies over it, and what every key does.
import { el } from "../dom.js"
import { makeBar } from "./bar.js"
import { fit } from "./fit.js"
import { hearKeys, hearSwipes } from "./keys.js"
import { blankLayer, keysLayer, moveInOverview, notesParts, overviewLayer } from "./layers.js"
import { makeLine, makeTeller, stepInAddress } from "./place.js"
import { printAllSteps } from "./printed.js"
import { stepParts } from "./step.js"
import { drawStrip } from "./strip.js"

const IDLE = 2500

export function makeShow(root, data, go) {
  const show = { root, data, go, at: stepInAddress(data.steps.length), layer: null, kind: "", notes: false, keep: [] }
  const act = (action, event) => perform(show, action, event)
  show.bar = makeBar(data, act, () => openNotes(show), event => show.go({ leave: event }))
  show.parts = makeParts()
  show.stage = el("div", { class: isFramed() ? "stage" : "stage filled full", tabindex: "-1", role: "region", "aria-label": data.label },
    show.parts.step, show.parts.notes, show.parts.strip, show.bar.node, show.parts.over, show.parts.said)
  root.replaceChildren(show.stage)
  hearSwipes(show.stage, act)
  show.teller = makeTeller(change => show.go(change))
  const resume = go => { show.go = go; listen(show, act) }
  resume(go)
  draw(show)
  wake(show)
  return { resume, pause: () => rest(show) }
}

function makeParts() {
  return {
    step: el("div", { class: "step" }),
    notes: el("aside", { class: "notes", "aria-label": "Speaker’s notes", hidden: true }),
    strip: el("div", { class: "strip-box" }),
    over: el("div", { class: "over" }),
    said: el("p", { class: "visually-hidden", "aria-live": "polite" }),
  }
}

function listen(show, act) {
  rest(show)
  const { signal, abort } = cancellable()
  show.line = makeLine(show.data, message => hear(show, message))
  const watch = new ResizeObserver(() => refit(show))
  watch.observe(show.stage)
  addEventListener("popstate", () => follow(show), { signal })
  addEventListener("resize", () => refit(show), { signal })
  document.addEventListener("fullscreenchange", () => markFull(show), { signal })
  show.stage.addEventListener("pointermove", () => wake(show), { signal })
  printAllSteps(show.root, show.data, signal)
  document.fonts?.ready.then(() => refit(show))
  show.keep = [abort, hearKeys(show.root, act), () => watch.disconnect(), () => show.line.close(), () => show.teller.stop()]
}

function cancellable() {
  const made = new AbortController()
  return { signal: made.signal, abort: () => made.abort() }
}

function rest(show) {
  for (const stop of show.keep.splice(0)) stop()
}

// --- drawing -------------------------------------------------------------------

function draw(show) {
  const { data, parts, at } = show
  const step = data.steps[at]
  const { color, head, body } = stepParts(show.root, step)
  show.stage.style.setProperty("--lane", color)
  parts.step.replaceChildren(head, body)
  parts.notes.replaceChildren(...notesParts(step).flat())
  show.bar.update(at, step)
  refit(show)
}

function refit(show) {
  const { stage, data, parts, at } = show
  if (!stage.isConnected) return
  if (!isLarge(show)) stage.style.setProperty("--room", `${Math.max(innerHeight - pageTop(stage) - 16, 560)}px`)
  fit(stage)
  const unit = parseFloat(stage.style.getPropertyValue("--u"))
  drawStrip(parts.strip, data.steps, at, stripWords(data.steps, at), Math.max(unit, unit < 20 ? 14 : 20), Math.max(unit / 20, 1))
  fit(stage)
}

/** How far down the page the stage begins, however far the page is scrolled. */
function pageTop(stage) {
  const scroller = document.querySelector('[data-testid="stMain"]')
  return stage.getBoundingClientRect().top + (scroller?.scrollTop ?? scrollY)
}

const stripWords = (steps, at) => `Step ${at + 1} in time among ${steps.length}: ${steps[at].when || "no date"}`

// --- moving --------------------------------------------------------------------

function goTo(show, at, told = true) {
  if (at === show.at || at < 0 || at >= show.data.steps.length) return
  show.at = at
  draw(show)
  const step = show.data.steps[at]
  show.parts.said.textContent = `Step ${at + 1} of ${show.data.steps.length}. ${step.when}. ${step.heading}`
  show.line.say({ at })
  if (told) show.teller.tell(at)
}

/** Back and forward: the address has moved, the screen goes after it. */
function follow(show) {
  show.teller.stop()
  goTo(show, stepInAddress(show.data.steps.length), false)
}

/** The presenter's window asks where we are, or moves us. */
function hear(show, message) {
  if (message?.ask) show.line.say({ at: show.at })
  if (Number.isInteger(message?.go)) goTo(show, message.go)
}

const MOVES = { next: at => at + 1, back: at => at - 1, first: () => 0, last: (_, count) => count - 1 }

function perform(show, action, event) {
  if (show.kind === "overview" && event && moveInOverview(show.layer, event.key, show.root.getRootNode().activeElement)) return true
  if (action in MOVES) {
    if (show.kind === "keys" || show.kind === "blank") close(show)
    const last = show.data.steps.length - 1
    goTo(show, Math.min(Math.max(MOVES[action](show.at, last + 1), 0), last))
  } else if (action === "full") toggleFull(show)
  else if (action === "notes") toggleNotes(show)
  else if (action === "leave") leave(show)
  else toggle(show, action)
  return true
}

// --- what lies over a step -------------------------------------------------------

const LAYERS = {
  overview: show => overviewLayer(show.root, show.data.steps, show.at, at => { close(show); goTo(show, at) }),
  keys: show => keysLayer(() => close(show)),
  blank: show => blankLayer(() => close(show)),
}

function toggle(show, kind) {
  const wanted = show.kind !== kind
  close(show)
  if (!wanted) return
  show.before = show.root.getRootNode().activeElement
  show.kind = kind
  show.layer = LAYERS[kind](show)
  show.parts.over.replaceChildren(show.layer)
  for (const part of [show.parts.step, show.parts.strip, show.bar.node, show.parts.notes]) part.inert = true
  const first = show.layer.querySelector("[aria-current]") ?? show.layer.querySelector("button") ?? show.layer
  first.focus({ preventScroll: kind === "blank" })
}

function close(show) {
  if (!show.kind) return
  show.kind = ""
  show.layer = null
  show.parts.over.replaceChildren()
  for (const part of [show.parts.step, show.parts.strip, show.bar.node, show.parts.notes]) part.inert = false
  const to = show.before?.isConnected ? show.before : show.stage
  to.focus({ preventScroll: true })
}

function toggleNotes(show, wanted = !show.notes) {
  show.notes = wanted
  show.parts.notes.hidden = !wanted
  show.bar.press("notes", wanted)
  refit(show)
  if (wanted && show.stage.classList.contains("narrow")) show.parts.notes.scrollIntoView({ block: "center" })
}

function openNotes(show) {
  const url = new URL(location.href)
  url.searchParams.set("notes", "1")
  window.open(url.href, "dossier-notes", "popup,width=900,height=640")
}

// --- the whole window, and the whole screen --------------------------------------

/** A frame on another page shows what is around the stage; everywhere else it fills the window. */
const isFramed = () => new URLSearchParams(location.search).get("embed") === "true"
const isLarge = show => show.stage.classList.contains("full")
const isFull = show => show.root.getRootNode().fullscreenElement === show.root || (isFramed() && show.stage.classList.contains("filled"))

/** Where the browser refuses full screen, the stage still fills its window. */
async function toggleFull(show, wanted = !isFull(show)) {
  if (isFramed()) show.stage.classList.remove("filled")
  if (!wanted) {
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
    return markFull(show)
  }
  try {
    await show.root.requestFullscreen()
    await navigator.keyboard?.lock?.(["Escape"])
  } catch {
    if (!document.fullscreenElement) show.stage.classList.add("filled")
  }
  markFull(show)
}

function markFull(show) {
  const full = isFull(show)
  show.stage.classList.toggle("full", full || !isFramed())
  show.bar.press("full", full)
  wake(show)
  refit(show)
}

/** The buttons go when the pointer rests. */
function wake(show) {
  clearTimeout(show.idle)
  show.stage.classList.remove("resting")
  if (isLarge(show)) show.idle = setTimeout(() => show.stage.classList.add("resting"), IDLE)
}

/** Esc closes what is nearest: a layer, the notes, full screen, then the briefing. */
function leave(show) {
  if (show.kind) close(show)
  else if (show.notes) toggleNotes(show, false)
  else if (isFull(show)) toggleFull(show, false)
  else show.go({ briefing: "", step: "", pick: [], notes: "" })
}
