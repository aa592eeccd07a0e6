// Which event is open, known to every part of the screen at once: no part waits for the server to say so.
const PATIENCE = 4000 // milliseconds for which a reader's choice outweighs an older answer of the server
const listeners = new Set()
let current = null, apart = null, chosen = null, fetchAhead = () => {}, carry = null, waiting = null

export const openNow = () => current

/** The open event's packed marks among a selection, where it may be no mark otherwise; null where that is not known. */
export const apartNow = asked => (apart?.asked === asked ? apart.marks : null)

/** A reader has chosen an event, null or "" is none: the screen shows it, and the server is told. */
export function announce(id) {
  chosen = { id: id || null, at: performance.now() }
  tell(id || null)
  if (carry) carry(id || null)
  else waiting = { id: id || null }
}

/** Say who tells the server what a reader opens: one part alone, so that no other runs for it; returns what ends it. */
export function carryBy(send) {
  carry = send
  if (waiting) send(waiting.id)
  waiting = null
  return () => { if (carry === send) carry = null }
}

/** The server says which event the address names; an answer older than the reader's last choice is not heard. */
export function settle(id) {
  if (chosen && chosen.id !== id && performance.now() - chosen.at < PATIENCE) return false
  chosen = null
  tell(id)
  return true
}

/** Where an event stands that may be no mark otherwise, once that is known. */
export function place(id, marks, asked) {
  if (id === current) tell(id, { marks, asked })
}

/** Be told which event is open from now on; returns what ends it. */
export function onOpened(listener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(id, placed = null) {
  if (id === current && (!placed || JSON.stringify(placed) === JSON.stringify(apart))) return
  current = id
  apart = placed
  for (const listener of [...listeners]) listener(id)
}

/** An event may be opened next: what is said of it may be fetched ahead. */
export const expect = id => fetchAhead(id)

/** Say who fetches ahead. */
export function fetchAheadBy(fetch) {
  fetchAhead = fetch
}
