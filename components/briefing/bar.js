// The buttons: whatever a key does, a hand can do too.
import { el } from "../dom.js"

const BUTTONS = [
  ["overview", "Overview", "O"], ["notes", "Notes", "N"], ["blank", "Blank", "B"],
  ["full", "Full screen", "F"], ["keys", "?", "?"],
]

/** The bar under a step; `act` performs an action, `second` opens the presenter's window, `visit` an event. */
export function makeBar(data, act, second, visit) {
  const button = (action, words, key) => el("button", { type: "button", title: key ? `${words} (${key})` : words, onclick: () => act(action) }, words)
  const back = button("back", "←", "←"), next = button("next", "→", "→")
  back.setAttribute("aria-label", "Step before")
  next.setAttribute("aria-label", "Next step")
  const place = el("span", { class: "count" })
  const link = el("a", { class: "event-link" }, "On the timeline")
  const made = Object.fromEntries(BUTTONS.map(([action, words, key]) => [action, button(action, words, key)]))
  const notes = el("button", { type: "button", class: "deskbound", title: "Notes, next step and time in a window of their own", onclick: second },
    el("span", { class: "long" }, "Notes in a second window"), el("span", { class: "short" }, "Second window"))
  if (data.alone) notes.hidden = true
  const leave = button("leave", "Leave", "Esc")
  made.keys.className = "deskbound"
  made.keys.setAttribute("aria-label", "Keys")
  made.keys.title = "Keys (?)"
  for (const name of ["notes", "full"]) made[name].setAttribute("aria-pressed", "false")
  const node = el("nav", { class: "bar", "aria-label": "Briefing" },
    el("div", { class: "group move" }, back, place, next),
    el("span", { class: "label" }, data.label), link,
    el("div", { class: "group" }, Object.values(made), notes, leave))
  return {
    node,
    press: (name, on) => made[name].setAttribute("aria-pressed", String(on)),
    update(at, step) {
      place.textContent = `${at + 1} of ${data.steps.length}`
      back.toggleAttribute("aria-disabled", at === 0)
      next.toggleAttribute("aria-disabled", at === data.steps.length - 1)
      point(link, step, data, visit)
    },
  }
}

function point(link, step, data, visit) {
  link.hidden = !step.event
  link.onclick = click => {
    if (click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return
    click.preventDefault()
    visit(step.event)
  }
  if (data.addressOf) return void (link.href = data.addressOf(step.event))
  const url = new URL("./", location.href)
  url.search = new URLSearchParams({ event: step.event })
  link.href = url.href
}
