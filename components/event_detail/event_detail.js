// One event, read closely: when and why dated so, what is claimed, in whose words, beside whom.
import { addressWith, el, paletteColor } from "../dom.js"
import { expect } from "../opened.js"
import { collected, collecting } from "./collecting.js"
import { copyButtons } from "./copying.js"

export default function (component) {
  // What only a server can answer is left out of the one offline file.
  return import("./panel.js").then(panel => panel.drawPanel(component, { eventPanel, openingPanel, reveal }))
}

/** On a narrow screen the panel lies below the chart: bring it into view when it changes. */
function reveal(root) {
  const place = root.getBoundingClientRect()
  if (place.top < 0 || place.top > innerHeight * 0.7) root.scrollIntoView({ block: "start", behavior: "smooth" })
}

/** `picks` are the steps of a reader's own briefing; without them none can be made here. */
export function eventPanel(root, event, go, picks) {
  const color = paletteColor(root, event.color)
  return el("article", { class: "event", "aria-labelledby": "detail-title", style: `--lane:${color}` },
    header(event, go), since(event.since), el("p", { class: "summary" }, event.summary),
    (event.doubts ?? []).map(doubt), factLine(event),
    event.passages.map(passage), section("Numbers in these passages", event.figures.map(figureRow)),
    section("What other voices say", event.comparisons.map(comparison)),
    silence(event), section("Sums an editor would run", event.checks.map(sum)),
    section("Corrections", event.corrections.map(correction)), footer(event, go, picks))
}

function header(event, go) {
  return el("header", {},
    el("div", { class: "top" }, el("p", { class: "when" }, event.when),
      el("button", { class: "close", type: "button", "aria-label": "Close the event", title: "Close (Esc)", onclick: () => go({ event: "" }) }, "×")),
    el("h2", { id: "detail-title" }, event.title),
    el("p", { class: "basis" }, event.basis))
}

function factLine(event) {
  return el("dl", { class: "facts" }, event.facts.map(([term, text]) => el("div", {}, el("dt", {}, term), el("dd", {}, text))))
}

function passage(item) {
  const quote = item.before || item.after
    ? [el("span", { class: "context" }, item.before), el("mark", {}, item.exact), el("span", { class: "context" }, item.after)]
    : ["“", item.exact, "”"]
  return el("figure", { class: "passage" }, el("blockquote", {}, quote),
    el("figcaption", {}, el("p", {}, item.speaker, el("span", { class: "muted" }, item.said ? `, ${item.said}` : "", " · ", item.document)),
      el("p", { class: "tags" }, el("span", { class: "tag" }, item.kind),
        el("span", { class: `receipt ${item.receiptClass}`, title: item.receiptTitle }, item.receiptWords)),
      item.interest && el("details", { class: "behind" }, el("summary", {}, "Who is behind it"), item.interest),
      item.note && el("p", { class: "note" }, item.note)))
}

function section(title, rows) {
  return rows.length ? el("section", {}, el("h3", {}, title), rows) : null
}

const figureRow = item => el("p", { class: "line" }, el("b", {}, item.value), " ", item.label,
  el("span", { class: "muted" }, item.period ? ` · ${item.period}` : ""), item.note && el("span", { class: "note" }, " ", item.note), doubt(item.doubt))

/** A sentence may be older than the figure it rests on: then that stands beside it. */
const doubt = words => words && el("span", { class: "doubt" }, words)

function comparison(item) {
  const link = el("a", { href: item.href }, "compare")
  return el("div", { class: "line" }, el("span", { class: `relation ${item.relationClass}` }, item.relation), " ", item.topic, " · ", link, doubt(item.doubt),
    item.others.map(other => el("p", { class: "other" }, "“", other.exact, "” ", el("span", { class: "muted" }, other.speaker, " · ", other.document))))
}

function silence(event) {
  if (!event.silent.length) return null
  return el("p", { class: "line silent" }, el("em", {}, "Silent"), " on this: ", event.silent.join("; "))
}

const sum = item => el("p", { class: "line" }, el("span", { class: `verdict ${item.verdictClass}` }, item.verdict), " ", item.statement,
  el("span", { class: "note" }, " ", item.reason), doubt(item.doubt))

const correction = item => el("p", { class: "line" }, item.date, ": ", item.column, " was ", el("del", {}, "“", item.before, "”"),
  ", is ", el("ins", {}, "“", item.after, "”"), ". ", item.reason)

/** A link may be older than a correction: then it says so first, with what it said and what it says now. */
function since(changes) {
  return changes && el("section", { class: "since", role: "note" }, el("p", {}, el("b", {}, changes.words)), changes.lines.map(correction))
}

function footer(event, go, picks) {
  const step = (other, words, key) => other
    ? el("a", { href: addressWith({ event: other.id }).href, title: other.title, rel: key, onclick: click => { click.preventDefault(); go({ event: other.id }) }, ...soon(other) }, words)
    : el("span", { class: "muted" }, words)
  return el("footer", {}, el("nav", { "aria-label": "Events of this selection" },
    step(event.previous, "← Previous", "prev"), el("span", { class: "muted place" }, event.place), step(event.next, "Next →", "next")),
  copyButtons(event), collecting(event, picks, go))
}

/** Who points at a link may open it: what is said there is fetched meanwhile. */
const soon = ({ id }) => Object.fromEntries(["onpointerenter", "onpointerdown", "onfocus"].map(name => [name, () => expect(id)]))

// --- before anything is open: what this is and where to start -----------------

export function openingPanel(root, opening, go, picks) {
  return el("article", { class: "opening" }, el("h2", {}, "Start here"),
    el("p", { class: "summary" }, opening.words),
    el("ol", { class: "headlines" }, opening.headlines.map(item => headline(root, item, go))),
    el("p", { class: "muted small" }, opening.hint), picks?.length ? el("p", { class: "collect" }, collected(picks)) : null)
}

function headline(root, item, go) {
  return el("li", { style: `--lane:${paletteColor(root, item.color)}` },
    el("a", { href: addressWith({ event: item.id }).href, onclick: click => { click.preventDefault(); go({ event: item.id }) }, ...soon(item) },
      el("span", { class: "when" }, item.when), el("span", { class: "title" }, item.title)))
}
