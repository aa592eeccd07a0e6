// Which events a view holds, and how many each further choice would leave:
// values of one facet widen, facets narrow each other, as in dossier/selecting/select.py.
import { summaryOf } from "./embedded.js"
import { folded, queryWords } from "./fold.js"
import { periodEnd } from "./periods.js"

/** {shown: places of events in order, counts: for each facet the events each option would leave}. */
export function selectEvents(data, view) {
  const rest = others(data, view)
  const holds = data.facets.map(facet => having(facet, view.chosen[facet.key]))
  const all = data.marks.map((_, at) => at)
  const shown = all.filter(at => rest(at) && holds.every(hold => hold(at)))
  const counts = data.facets.map((facet, own) => {
    const count = new Array(facet.options.length).fill(0)
    for (const at of all) {
      if (rest(at) && holds.every((hold, i) => i === own || hold(at))) for (const code of facet.of[at]) count[code] += 1
    }
    return count
  })
  return { shown, counts }
}

const having = (facet, chosen) => at => !chosen.size || facet.of[at].some(code => chosen.has(code))

// The period and the search: an event is in the period when any day it may have happened on is.
function others(data, view) {
  const first = view.from ? periodEnd(view.from).earliest : -Infinity
  const last = view.to ? periodEnd(view.to).latest : Infinity
  const words = queryWords(view.q)
  const texts = words.length ? foldedTexts(data) : []
  const held = data.marks.map(({ a, z }, at) => (z ?? Infinity) >= first && (a ?? -Infinity) <= last
    && words.every(word => texts[at].includes(word)))
  return at => held[at]
}

// Title, summary, actors, and the words and speakers of the passages; folded when first searched.
function foldedTexts(data) {
  data.texts ??= data.marks.map(mark => folded([mark.title, summaryOf(mark), ...mark.actors,
    ...mark.passages.flatMap(each => [data.passages[each].exact, data.passages[each].speaker])]))
  return data.texts
}
