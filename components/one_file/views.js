// What the components draw, made from the embedded data: the same shapes as dossier/views makes.
import { civil, yearWords } from "../timeline/calendar.js"
import { citationText } from "./citing.js"
import { HEADLINE } from "./chart_view.js"
import { basisOf, summaryOf } from "./embedded.js"
import { periodEnd } from "./periods.js"

/** For the row of filters: facets with the count each further choice would leave. */
export function filterView(data, { shown, counts }, view) {
  const now = { lanes: view.lanes, view: view.view }
  return {
    query: view.q,
    facets: data.facets.map((facet, at) => ({
      key: facet.key,
      label: facet.label,
      options: facet.options.map(([value, label], code) => ({ value, label, count: counts[at][code], chosen: view.chosen[facet.key].has(code) })),
    })),
    period: { from: view.from, to: view.to, words: periodWords(view) },
    choices: data.words.choices.map(choice => ({ ...choice, value: now[choice.key] })),
    shown: shown.length,
    total: data.marks.length,
    filtered: view.filtered,
  }
}

function periodWords({ from, to }) {
  if (!from && !to) return "all years"
  return `${from ? periodEnd(from).words : "the beginning"} to ${to ? periodEnd(to).words : "the end"}`
}

/** For the list: one page of the selection, grouped by the year events begin in. */
export function listView(data, shown, view) {
  const size = data.words.page
  const pages = Math.max(1, Math.ceil(shown.length / size))
  const page = Math.min(Math.max(1, view.page), pages)
  const groups = []
  for (const at of shown.slice((page - 1) * size, page * size)) {
    const mark = data.marks[at], label = mark.a === null ? "Start not known" : yearWords(civil(mark.a).year)
    if (groups.at(-1)?.label !== label) groups.push({ label, events: [] })
    groups.at(-1).events.push({ ...mark, color: color(data, mark), meta: [mark.theme[1], mark.status].filter(Boolean).join(" · ") })
  }
  return { groups, selected: view.event || null, page, pages, empty: data.words.nothing }
}

const color = (data, mark) => data.colors[mark.theme[0]] ?? 0

/** For the panel before anything is open: what this is, and where to begin. */
export function openingView(data) {
  const headlines = data.marks.filter(mark => mark.rank === HEADLINE).map(mark => ({ ...mark, color: color(data, mark) }))
  const { marks, passages, documents, figures, comparisons } = data
  const words = `${marks.length} events, ${passages.length} passages quoted word for word from ${documents.length} documents, `
    + `${figures.length} figures and ${comparisons.length} places where two voices meet.`
  return { words, headlines, hint: data.words.hint }
}

/** For the panel: one event with everything it rests on. */
export function eventView(data, shown, view) {
  const at = data.place.get(view.event)
  const mark = data.marks[at]
  const own = new Set(mark.passages)
  const heard = new Set(mark.passages.map(each => data.passages[each].of))
  const figures = [...data.figures.keys()].filter(i => own.has(data.figures[i][4]))
  return {
    id: mark.id, title: mark.title, when: mark.when, summary: summaryOf(mark),
    color: color(data, mark),
    basis: basisOf(mark), doubts: data.doubts?.[mark.id],
    facts: [["Status", data.words.statuses[mark.status] ?? mark.status], ["Theme", mark.theme[1]], ["Who", mark.actors.join("; ")], ["Known", data.known?.[at]]].filter(([, text]) => text),
    passages: mark.passages.map(each => passageView(data, data.passages[each])),
    figures: figures.map(i => data.figures[i]).map(([value, label, period, note]) => ({ value, label, period, note })),
    comparisons: data.comparisons.filter(({ places }) => places.some(each => own.has(each))).map(each => comparison(data, each, own)),
    silent: data.documents.filter((_, i) => !heard.has(i)).map(({ title }) => title),
    checks: checksOf(data, own, new Set(figures)),
    corrections: data.corrections[mark.id] ?? [], since: sinceOf(data, mark.id, view.made), version: data.version,
    citation: citationText(data, mark),
    ...neighbours(data, shown, at),
  }
}

/** What was corrected after the version on which the address was made; as dossier/views/since_view.py. */
function sinceOf(data, id, made) {
  const lines = made ? (data.corrections[id] ?? []).filter(({ at }) => at >= made.count) : []
  const count = lines.length === 1 ? "one correction" : `${lines.length} corrections`
  return lines.length ? { lines, words: `Changed since this link was made${made.version && ` on version ${made.version}`}: ${count} of what is shown here.` } : null
}

/** A passage as a panel or a step says it. */
export function passageView(data, { exact, speaker, of, said, note, receiptClass, receiptWords, place }) {
  const { title, kind, sha256, interest } = documentOf(data, of)
  const receiptTitle = place ? `Characters ${counted(place[0])} to ${counted(place[1])} of the document with fingerprint ${sha256}…` : ""
  return { exact, speaker: speaker || "speaker not named", document: title, kind: kind || "document", said, interest, note, before: "", after: "", receiptClass, receiptWords, receiptTitle }
}

const counted = number => String(number).replace(/\B(?=(\d{3})+$)/g, ",")

/** A document by its place, or what an undescribed one is called. */
const documentOf = (data, of) => data.documents[of] ?? { title: of, titled: of, kind: "", interest: "", sha256: "" }

function comparison(data, { id, topic, relation, relationClass, places }, own) {
  const others = places.filter(each => !own.has(each)).map(each => {
    const { exact, speaker, of } = data.passages[each]
    return { exact, speaker, document: documentOf(data, of).titled }
  })
  return { id, topic, relation, relationClass, others, href: `#topic=${encodeURIComponent(id)}` }
}

// The claims that the passages make, then the sums that their figures enter.
function checksOf(data, own, figures) {
  const claims = data.checks.filter(check => own.has(check.passage))
  const sums = data.checks.filter(check => !claims.includes(check) && check.figures.some(each => figures.has(each)))
  return [...claims, ...sums]
}

function neighbours(data, shown, at) {
  const inside = shown.includes(at)
  const before = shown.filter(each => each < at).at(-1), after = shown.find(each => each > at)
  const step = each => (each === undefined ? null : { id: data.marks[each].id, title: `${data.marks[each].when}: ${data.marks[each].title}` })
  return {
    previous: step(before),
    next: step(after),
    place: inside ? `${shown.indexOf(at) + 1} of ${shown.length}` : "outside this selection",
  }
}
