// Which event is open, known to every part of the screen at once: no part waits for the server to say so.
const PATIENCE = 4000 // milliseconds for which a reader's choice outweighs an older answer of the server
const listeners = new Set()
let current = null, chosen = null, fetchAhead = () => {}

export const openNow = () => current

/** A reader has chosen an event; null or "" is none. */
export function announce(id) {
  chosen = { id: id || null, at: performance.now() }
  tell(id || null)
}

/** The server says which event the address names; an answer older than the reader's last choice is not heard. */
export function settle(id) {
  if (chosen && chosen.id !== id && performance.now() - chosen.at < PATIENCE) return false
  chosen = null
  tell(id)
  return true
}

/** Be told which event is open from now on; returns what ends it. */
export function onOpened(listener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(id) {
  if (id === current) return
  current = id
  for (const listener of [...listeners]) listener(id)
}

/** An event may be opened next: what is said of it may be fetched ahead. */
export const expect = id => fetchAhead(id)

/** Say who fetches ahead. */
export function fetchAheadBy(fetch) {
  fetchAhead = fetch
}
