// What a reader has asked for, read from the address; what can't be followed is left out, and said.
import { readParams } from "./address.js"
import { searchable } from "./fold.js"
import { periodEnd } from "./periods.js"

const MOST_VALUES = 50
const LONGEST_VALUE = 200
const LONGEST_QUERY = 200
const MOST_WORDS = 12
const PLURALS = { theme: "themes", actor: "actors", document: "documents", status: "statuses" }
const SCREEN_OF = { topic: "documents", source: "documents", series: "figures", check: "figures", briefing: "briefing" }

/** The view that the address asks for: filters, event, lanes, screen; `said` are the notices. */
export function readView(data, params = readParams()) {
  const said = []
  const chosen = {}
  for (const facet of data.facets) chosen[facet.key] = readFacet(facet, params.getAll(facet.key), said)
  const [from, to] = inOrder(readEnd(params.get("from"), "start", said), readEnd(params.get("to"), "end", said), said)
  const view = { chosen, from, to, q: readQuery(params.get("q") ?? "", said), said }
  view.event = readEvent(data, params.get("event") ?? "", said)
  view.made = view.event ? readMark(data, params.get("v") ?? "", said) : null
  view.lanes = params.get("lanes") in data.lanes ? params.get("lanes") : "theme"
  view.view = params.get("view") === "list" ? "list" : "chart"
  view.page = /^\d{1,6}$/.test(params.get("page") ?? "") ? Number(params.get("page")) : 1
  view.briefing = readBriefing(data, params, said)
  view.screen = readScreen(params, view.event)
  view.filtered = Boolean(from || to || view.q || Object.values(chosen).some(values => values.size))
  return view
}

function readScreen(params, event) {
  const asked = params.get("screen")
  if (asked && document.getElementById(asked)?.dataset.screen) return asked
  const name = Object.keys(SCREEN_OF).find(each => params.has(each))
  return name && !event ? SCREEN_OF[name] : "timeline"
}

function readBriefing(data, params, said) {
  const name = params.get("briefing") ?? "", found = Object.hasOwn(data.briefings, name)
  if (!name) return ""
  if (!found) said.push("The address names a briefing that is not in this dossier.")
  return found ? name : ""
}

function readFacet(facet, asked, said) {
  const given = asked.filter(value => value.trim())
  if (given.length > MOST_VALUES) said.push(`Only the first ${MOST_VALUES} ${PLURALS[facet.key]} in the address were used.`)
  const found = new Set(), missing = []
  for (const value of given.slice(0, MOST_VALUES)) {
    const known = find(facet, value.slice(0, LONGEST_VALUE).trim())
    if (known < 0) missing.push(value)
    else found.add(known)
  }
  if (missing.length) said.push(missingWords(facet.key, [...new Set(missing)]))
  return found
}

// The place of a value among a facet's options: as spelled, else but for case and accents.
function find(facet, text) {
  const at = facet.options.findIndex(([value]) => value === text)
  if (at >= 0) return at
  const plain = searchable(text)
  return facet.options.findIndex(([value]) => searchable(value) === plain)
}

function missingWords(name, missing) {
  const more = missing.length - 3
  const listed = missing.slice(0, 3).map(quoted).join(", ") + (more > 0 ? ` and ${more} more` : "")
  return missing.length === 1 ? `No event here has the ${name} ${listed}, so that filter was left out.`
    : `No event here has the ${PLURALS[name]} ${listed}, so those filters were left out.`
}

function readEnd(asked, which, said) {
  const text = (asked ?? "").trim()
  if (!text || periodEnd(text)) return text
  said.push(`The ${which} of the period, ${quoted(text)}, is not a day, month or year such as 2022-01-13, 2022-01 or 2022, so it was left out.`)
  return ""
}

function inOrder(from, to, said) {
  if (!from || !to || periodEnd(from).earliest <= periodEnd(to).latest) return [from, to]
  said.push("The period ended before it began, so its two ends were exchanged.")
  return [to, from]
}

function readQuery(asked, said) {
  const text = Array.from(asked).slice(0, LONGEST_QUERY + 1).join("").replace(/[\p{Cc}\p{Cs}]/gu, " ")
  const words = text.split(/\s+/).filter(Boolean)
  if (Array.from(text).length > LONGEST_QUERY) said.push(`The search was cut to its first ${LONGEST_QUERY} characters.`)
  if (words.length > MOST_WORDS) said.push(`Only the first ${MOST_WORDS} words of the search were used.`)
  return Array.from(words.slice(0, MOST_WORDS).join(" ")).slice(0, LONGEST_QUERY).join("").trimEnd()
}

function readEvent(data, asked, said) {
  if (!asked || data.place.has(asked)) return asked
  said.push("The address names an event that is not in this dossier.")
  return ""
}

// The version on which the address was made, and how many corrections there were then.
function readMark(data, text, said) {
  if (!text.trim()) return null
  const [found, version = "", count] = text.trim().match(/^(?:([A-Za-z0-9.]{1,20})-)?(\d{1,6})$/) ?? []
  if (!found) said.push(`The version in the address, ${quoted(text)}, can't be read, so it was left out.`)
  else if (Number(count) > Number(data.version.split("-").at(-1))) {
    said.push(`The link was made on a later version than this one (${quoted(found)}; this is “${data.version}”), so what has changed between them can't be said.`)
  } else return { version, count: Number(count) }
  return null
}

function quoted(text) {
  const seen = Array.from(text.slice(0, 400).replace(/[\p{C}\p{Z}]+/gu, " ").trim())
  return seen.length > 40 ? `“${seen.slice(0, 40).join("")}…”` : `“${seen.join("")}”`
}
