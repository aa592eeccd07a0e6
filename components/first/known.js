// What the page knows of an event before its passages come: when, and what.
import { unpackMarks } from "../timeline/packed.js"

const NOTHING = {
  basis: "", summary: "Its passages are on their way.", facts: [], passages: [], figures: [],
  comparisons: [], silent: [], checks: [], corrections: [], previous: null, next: null, place: "", color: 0,
}

/** The event as the panel draws it, without what it rests on; null where it is not in the data. */
export function known(data, id) {
  const listed = data.list?.groups.flatMap(group => group.events) ?? []
  const marked = data.timeline?.marks ? unpackMarks(data.timeline.marks) : data.timeline?.events ?? []
  const found = [...data.detail.opening?.headlines ?? [], ...listed, ...marked].find(event => event.id === id)
  if (!found) return null
  const lane = "lane" in found ? data.timeline.lanes[found.lane] : null
  return { ...NOTHING, id, title: found.title, when: found.when, color: found.color ?? lane?.color ?? 0 }
}
