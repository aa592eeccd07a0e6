// What is said about an event or a pile: names for marks, announcements, the tooltip's facts.
const STATUS = {
  announced: "announced, not reported as done", claimed: "claimed by a party", ongoing: "ongoing", background: "background",
}
const BASIS = {
  stated: "date stated in the document", derived: "date derived from the document", inferred: "date inferred",
}

/** A count with commas, whatever the language of the machine. */
export const count = n => String(n).replace(/\B(?=(\d{3})+$)/g, ",")

/** A count with its noun. */
export const many = (n, one, more = `${one}s`) => `${count(n)} ${n === 1 ? one : more}`

/** How many events an item stands for. */
export const countOf = item => item.count ?? item.events.length

/** Status and basis in words, for the tooltip and for names. */
export function factsOf(event) {
  return [STATUS[event.status], BASIS[event.basis], event.soft && "approximate or uncertain",
    event.happened && `happened: ${event.happened}`, event.single && "single source",
    event.possible && "only possibly known by then"].filter(Boolean)
}

/** Dates of a pile in words: one date, or from the first to the last. */
export function pileDates(events) {
  const first = events[0].when, last = events.at(-1).when
  return first === last ? first : `${first} to ${last}`
}

/** The accessible name of a mark or a pile. */
export function nameOf(item) {
  const [event] = item.events
  if (item.counts) return `${countWords(item)}, lane ${item.label}. ${item.opens === "list" ? "Opens a list." : "Zooms in."}`
  if (item.pile) return `${many(item.events.length, "event")}, ${pileDates(item.events)}. Opens a list.`
  return [`${event.title}, ${event.when}`, ...factsOf(event).filter(fact => !fact.startsWith("date stated"))].join(", ")
}

/** What a count says: how many events, and in which stretch of time. */
export function countWords(item) {
  const number = many(item.count, "event")
  return item.wide ? `${number} dated less closely, or lasting longer, within ${item.event.when}` : `${number}, ${item.event.when}`
}

/** What the live region says when a mark takes the focus. */
export function announcement(item, lane, events) {
  if (item.counts) {
    return `${countWords(item)}. ${lane.label}. Press Enter ${item.opens === "list" ? "for the list" : "to zoom in"}.`
  }
  if (lane.total > events.length) return `${nameOf(item)}. ${lane.label}.`
  const at = events.indexOf(item.events[0]) + 1
  if (item.pile) {
    const last = events.indexOf(item.events.at(-1)) + 1
    return `${pileDates(item.events)}. ${many(item.events.length, "event")} in one place. ${lane.label}. `
      + `${at} to ${last} of ${events.length} in this lane. Press Enter for the list.`
  }
  const event = item.events[0]
  return `${event.when}. ${event.title}. ${lane.label}. ${at} of ${events.length} in this lane.`
}
