// Which event is open, known to every part of the screen at once: no part waits for the server to say so.
const PATIENCE = 4000 // milliseconds for which a reader's choice outweighs an older answer of the server
const listeners = new Set()
let current = null, apart = null, chosen = null, fetchAhead = () => {}, carry = null, waiting = null

export const openNow = () => current

/** The open event's marks as they are packed, where it may be no mark otherwise. */
export const apartNow = () => apart

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
export function settle(id, marks = null) {
  if (chosen && chosen.id !== id && performance.now() - chosen.at < PATIENCE) return false
  chosen = null
  tell(id, marks)
  return true
}

/** Be told which event is open from now on; returns what ends it. */
export function onOpened(listener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(id, marks = null) {
  const same = id === current && JSON.stringify(marks ?? apart) === JSON.stringify(apart)
  if (same) return
  current = id
  apart = marks
  for (const listener of [...listeners]) listener(id)
}

/** An event may be opened next: what is said of it may be fetched ahead. */
export const expect = id => fetchAhead(id)

/** Say who fetches ahead. */
export function fetchAheadBy(fetch) {
  fetchAhead = fetch
}
