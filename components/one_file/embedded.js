// The embedded data made whole: texts are read where they stand in the page, in the record of events.
import { marks } from "./early.js"

/** Marks, passages, sums and topics with their texts, and where each event is. */
export function readEmbedded() { // DATA is whole before this runs
  const data = DATA
  const told = new Map([...document.querySelectorAll("#text [data-x]")].map(node => [Number(node.dataset.x), node]))
  for (const one of data.documents) one.interest = textOf(document.getElementById(`source=${one.id}`)?.querySelector(".interest"))
  data.marks = marks
  marks.forEach((mark, at) => Object.assign(mark, kindsOf(data, at)))
  data.place = new Map(data.marks.map((mark, at) => [mark.id, at]))
  const { rows } = data.passages
  const passages = rows.map((row, at) => onePassage(data, row, told.get(at)))
  data.comparisons = data.comparisons.map(([id, relation, relationClass, places, cuts]) => (
    { id, relation, relationClass, places, cuts, topic: textOf(document.getElementById(`topic=${id}`)?.querySelector("h4")) }))
  data.checks = data.checks.map(oneCheck)
  return { ...data, passages }
}

const textOf = node => node?.textContent ?? ""
const linesOf = ({ id }) => document.getElementById(`event=${id}`).children

/** On what the date of an event rests, in words. */
export const basisOf = mark => linesOf(mark)[2].textContent

/** The summary of an event. */
export const summaryOf = mark => linesOf(mark)[3].textContent

function kindsOf(data, at) {
  const named = key => {
    const facet = data.facets.find(one => one.key === key)
    return facet.of[at].map(code => facet.options[code])
  }
  return { passages: data.passages_of[at], theme: named("theme")[0] ?? ["", ""], actors: named("actor").map(([value]) => value) }
}

function onePassage({ passages: { texts }, receipts }, [speaker, of, receipt, said, place, exact, note], node) {
  return {
    speaker: texts[speaker], of, said: texts[said], place, receiptWords: texts[receipt], receiptClass: receipts[texts[receipt]],
    exact: exact ?? textOf(node), note: note ?? textOf(node?.parentNode.querySelector("small")),
  }
}

function oneCheck([id, verdict, verdictClass, passage, figures]) {
  const node = document.getElementById(`check=${id}`)
  return { verdict, verdictClass, passage, figures, statement: textOf(node?.querySelector("h4")), reason: textOf(node?.querySelector("dl div:last-child dd")) }
}
