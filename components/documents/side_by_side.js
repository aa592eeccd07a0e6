// Passages in columns: who says it, in which words, and which words the others do not have.
import { addressWith, el } from "../dom.js"
import { change, copyButton, toPart, toTimeline } from "./links.js"
import { opening, relationWord, topicList, topicMenu } from "./topic_picker.js"

export function sideBySide(data, go) {
  const head = el("div", { class: "part-head" }, el("h2", { id: "side-title" }, "Side by side"),
    el("p", { class: "muted" }, "Passages on one topic, in their own words. Choose a topic, or open a cell of the table below."))
  if (!data.groups.length && !data.shown) return [el("section", {}, head, el("p", { class: "empty" }, data.empty))]
  return [el("section", { class: "side", "aria-labelledby": "side-title" }, head,
    el("div", { class: data.groups.length ? "reading" : "reading alone" },
      data.groups.length > 0 && topicMenu(data, go), data.groups.length > 0 && topicList(data, go),
      data.shown ? shownPassages(data.shown, go) : el("p", { class: "empty" }, data.empty)))]
}

function shownPassages(shown, go) {
  const single = shown.columns.length
  const across = single > 4 ? (single % 4 === 1 || single % 3 === 0 ? 3 : 4) : Math.max(1, single)
  return el("article", { class: "passages", "aria-labelledby": "opened-title" },
    heading(shown), el("h3", { id: "opened-title", tabindex: "-1", dataset: { opened: "" } }, shown.title),
    shown.note && el("p", { class: "note" }, shown.note),
    (shown.doubts ?? []).map(words => el("p", { class: "doubt" }, words)),
    legend(shown, go),
    single ? el("div", { class: `columns of-${across}` }, shown.columns.map(column => oneColumn(column, shown, go)))
      : el("p", { class: "empty" }, shown.empty),
    afterwords(shown, go), footer(shown, go))
}

function heading(shown) {
  if (shown.kind === "topic") return el("p", { class: "kicker" }, relationWord(shown.relation, shown.label), el("span", { class: "muted" }, shown.place))
  return el("p", { class: "kicker" }, el("span", { class: "event-when" }, shown.when), el("span", { class: "muted" }, "Event"))
}

/** What the marks mean; where marking every word would mark nearly all, that is left to the reader. */
function legend(shown, go) {
  if (!shown.legend) return null
  const more = shown.every ? "Mark less" : "Mark every differing word"
  return el("p", { class: "legend" }, shown.marked && [el("mark", {}, "word"), " "], shown.legend,
    shown.every !== null && [" ", change(go, { mark: shown.every ? "" : "words" }, { dataset: { focus: "mark" } }, more)])
}

function oneColumn(column, shown, go) {
  const { document } = column
  const speakers = new Set(column.passages.map(passage => passage.speaker))
  const shared = speakers.size === 1 ? [...speakers][0] : ""
  return el("figure", { class: `voice${column.measure ? " measure" : ""}${column.aside ? " aside" : ""}` },
    el("figcaption", { class: "who" }, shared && el("strong", {}, shared),
      el("cite", {}, document.title), document.kind && el("span", { class: "tag" }, document.kind)),
    el("div", { class: "words" }, column.passages.map(passage => onePassage(passage, shared, go))),
    el("div", { class: "behind" }, el("p", {}, document.published), document.interest && el("p", {}, document.interest),
      shown.choosable && measureLine(column, go)))
}

function measureLine(column, go) {
  if (column.measure) return el("p", { class: "measured" }, "This is the measure")
  return el("p", {}, change(go, { against: column.key }, { class: "quiet-link", dataset: { focus: `against ${column.key}` } },
    "Mark against this", el("span", { class: "visually-hidden" }, `: ${column.document.title}`)))
}

function onePassage(passage, shared, go) {
  return el("div", { class: "passage" }, !shared && passage.speaker && el("p", { class: "speaker" }, passage.speaker),
    passage.topic && el("p", { class: "remark" }, "Not on this event, but on ", change(go, opening(passage.topic.id), {}, passage.topic.title), " ", relationWord(passage.topic.relation, passage.topic.label)),
    el("blockquote", {}, quoted(passage)),
    passage.note && el("p", { class: "remark" }, "Note: ", passage.note),
    passage.events.map(event => el("p", { class: "event" }, toTimeline(event.id, event.title), el("span", { class: "muted" }, ` ${event.when}`))))
}

/** The passage in quotation marks, unless it has some of its own, which must stay as they are. */
function quoted(passage) {
  const pieces = passage.pieces.map(([text, differs]) => differs ? marked(text) : text)
  return passage.pieces.some(([text]) => /["“”„]/.test(text)) ? pieces : ["“", ...pieces, "”"]
}

/** The mark leaves out the spaces around the words, so that underlines do not run on. */
function marked(text) {
  const [, before, words, after] = text.match(/^(\s*)(.*?)(\s*)$/s)
  return [before, words && el("mark", {}, words), after]
}

function afterwords(shown, go) {
  return el("div", { class: "after" }, shown.left_out && el("p", {}, shown.left_out),
    shown.silent.length > 0 && el("p", {}, el("span", { class: "saying silent" }, "silent"), " ", shown.silent.join(" · ")),
    shown.related.length > 0 && el("h4", {}, "Topics on which these passages meet others"),
    shown.related.map(topic => el("p", {}, relationWord(topic.relation, topic.label), " ", change(go, opening(topic.id), {}, topic.title))))
}

function footer(shown, go) {
  const address = shown.kind === "topic" ? { topic: shown.id, compare: "" } : { compare: shown.id, topic: "" }
  const step = (id, words, rel) => id
    ? change(go, opening(id), { rel, dataset: { focus: rel } }, words) : el("span", { class: "muted" }, words)
  const steps = shown.kind === "topic"
    ? el("nav", { "aria-label": "Topics in order" }, step(shown.previous, "← Previous topic", "prev"), step(shown.next, "Next topic →", "next"))
    : el("nav", { "aria-label": "This event" }, toTimeline(shown.id, "Open on the timeline"), toPart("matrix", "Back to its row in the table", shown.id))
  return el("footer", {}, steps, copyButton("Copy link", () => addressWith(address).href))
}
