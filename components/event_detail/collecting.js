// A briefing of one's own, collected while reading: its steps live in the address, nowhere else.
import { el } from "../dom.js"

const BETWEEN = "|", MOST = 100
const counted = picks => `Your briefing, ${picks.length} step${picks.length > 1 ? "s" : ""}`

/** Put the event that is open into one's briefing, or take it out; nothing where none can be made. */
export function collecting(event, picks, go) {
  if (!picks) return null
  const own = picks.filter(pick => pick.split(BETWEEN, 1)[0] === event.id)
  const change = own.length ? picks.filter(pick => !own.includes(pick)) : [...picks, event.id]
  return el("p", { class: "collect", "aria-live": "polite" },
    el("button", { type: "button", disabled: !own.length && picks.length >= MOST, onclick: () => go({ pick: change }) },
      own.length ? "Take out of your briefing" : "Add to a briefing"),
    collected(picks))
}

/** The way to what has been collected: to order it, word it and present it. */
export function collected(picks) {
  if (!picks?.length) return null
  const url = new URL("./briefing", location.href)
  url.search = new URLSearchParams([["make", "1"], ...picks.map(pick => ["pick", pick])])
  return el("a", { href: url.href }, counted(picks))
}
