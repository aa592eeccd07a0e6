// The presenter's window: notes, the next step and the time, following the screen in the room.
import { el } from "../dom.js"
import { hearKeys } from "./keys.js"
import { notesParts } from "./layers.js"
import { makeLine, stepInAddress } from "./place.js"

const SECOND = 1000

export function makeNotes(root, data, go) {
  const desk = { root, data, at: stepInAddress(data.steps.length), alone: true, keep: [] }
  desk.clock = makeClock(data)
  desk.parts = { now: el("section", { class: "now" }), next: el("section", { class: "next" }), place: el("p", { class: "desk-place", "aria-live": "polite" }), alone: el("p", { class: "quiet" }) }
  root.replaceChildren(el("div", { class: "desk" },
    el("header", {}, desk.parts.place, desk.clock.node), desk.parts.now, desk.parts.next, moves(desk), desk.parts.alone))
  const resume = () => listen(desk)
  resume(go)
  draw(desk)
  return { resume, pause: () => rest(desk) }
}

function listen(desk) {
  rest(desk)
  desk.line = makeLine(desk.data, message => {
    if (!Number.isInteger(message?.at)) return
    desk.alone = false
    desk.at = Math.min(Math.max(message.at, 0), desk.data.steps.length - 1)
    draw(desk)
  })
  const timer = setInterval(() => desk.clock.tick(), SECOND)
  desk.keep = [() => desk.line.close(), () => clearInterval(timer), hearKeys(desk.root, action => move(desk, action))]
  desk.line.say({ ask: true })
}

function rest(desk) {
  for (const stop of desk.keep.splice(0)) stop()
}

const TARGETS = { next: at => at + 1, back: at => at - 1, first: () => 0, last: (_, count) => count - 1 }

/** Moves the screen in the room; without one, this window moves alone. */
function move(desk, action) {
  const count = desk.data.steps.length
  if (!(action in TARGETS)) return false
  const at = Math.min(Math.max(TARGETS[action](desk.at, count), 0), count - 1)
  desk.line.say({ go: at })
  desk.at = at
  draw(desk)
  return true
}

function draw(desk) {
  const { data, parts, at } = desk
  const step = data.steps[at], next = data.steps[at + 1]
  parts.place.textContent = `Step ${at + 1} of ${data.steps.length}`
  parts.now.replaceChildren(el("p", { class: "when" }, step.when), el("h1", {}, step.heading), ...notesParts(step).flat())
  parts.next.replaceChildren(el("h2", {}, next ? "Next" : "This is the last step"),
    ...(next ? [el("p", { class: "title" }, next.heading), el("p", { class: "quiet" }, next.when)] : []))
  parts.alone.textContent = desk.alone ? "No screen of this briefing is open in this browser; the steps move here alone." : ""
}

function moves(desk) {
  const button = (action, words) => el("button", { type: "button", class: "wide", onclick: () => move(desk, action) }, words)
  return el("div", { class: "desk-moves" }, button("back", "← Step before"), button("next", "Next step →"))
}

// --- elapsed time, from its own start; a reload does not lose it ------------------

function makeClock(data) {
  const key = `dossier-briefing-start ${data.briefing}`
  let start = Number(sessionStorage.getItem(key)) || begin(key)
  const time = el("span", { class: "time", role: "timer" })
  const tick = () => { time.textContent = elapsed(Date.now() - start) }
  const again = el("button", { type: "button", onclick: () => { start = begin(key); tick() } }, "Start the time again")
  tick()
  return { node: el("p", { class: "clock" }, time, again), tick }
}

function begin(key) {
  const now = Date.now()
  sessionStorage.setItem(key, String(now))
  return now
}

function elapsed(ms) {
  const seconds = Math.max(Math.floor(ms / SECOND), 0)
  const two = number => String(number).padStart(2, "0")
  const hours = Math.floor(seconds / 3600)
  return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
