// Events by documents: a word in every cell; a cell that is not silent opens its passages.
import { el } from "../dom.js"
import { change, toTimeline } from "./links.js"

const SIGNS = { "says so": "●", "differs": "≠", "silent": "–" }

export function agreementMatrix(data, go) {
  return [el("section", { class: "matrix", "aria-labelledby": "matrix-title" },
    el("div", { class: "part-head" }, el("h2", { id: "matrix-title" }, "Who speaks of what"),
      el("p", { class: "muted" }, "Every event against every document. A word opens the passages side by side."),
      el("p", { class: "tally", role: "status" }, data.count)),
    el("div", { class: "row" }, extents(data, go), key()),
    data.groups.length ? box(data, go) : el("p", { class: "empty" }, data.empty), pager(data, go))]
}

function extents(data, go) {
  const choice = one => el("button", { type: "button", class: "extent", "aria-pressed": String(data.extent === one.value),
    dataset: { focus: `extent ${one.value}` }, onclick: () => go({ events: one.value === "shared" ? "" : one.value, page: "" }) },
  one.label, el("span", { class: "n" }, ` ${one.count}`))
  return el("div", { class: "extents", role: "group", "aria-label": "Which events" }, data.extents.map(choice))
}

function key() {
  const meaning = { "says so": "a passage speaks of it", "differs": "and another document differs", "silent": "no passage speaks of it" }
  return el("ul", { class: "key" }, Object.entries(meaning).map(([word, words]) => el("li", {}, saying(word), `: ${words}`)))
}

const saying = word => el("span", { class: `saying ${word.replace(" ", "-")}` }, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[word]), word)

function box(data, go) {
  return el("div", { class: "box", role: "region", tabindex: "0", "aria-label": "Table of events and documents", dataset: { scrolls: "matrix", focus: "box" } },
    el("table", { style: `--columns:${data.columns.length}` },
      el("caption", { class: "visually-hidden" }, `Which documents speak of which event. ${data.count}.`),
      el("thead", {}, el("tr", {}, el("th", { scope: "col", class: "corner" }, "Event"), data.columns.map(columnHead))),
      data.groups.map(group => themeRows(group, data, go))))
}

function columnHead(column) {
  return el("th", { scope: "col" }, el("span", { class: "name", title: column.title }, column.title),
    el("span", { class: "kind" }, column.kind))
}

function themeRows(group, data, go) {
  return el("tbody", {}, el("tr", { class: "theme" }, el("th", { scope: "rowgroup", colspan: data.columns.length + 1 }, el("span", {}, group.label))),
    group.rows.map(row => oneRow(row, data, go)))
}

function oneRow(row, data, go) {
  return el("tr", { dataset: { row: row.id }, class: row.id === data.opened ? "opened" : null },
    el("th", { scope: "row" }, toTimeline(row.id, row.title), el("span", { class: "when" }, row.when)),
    row.cells.map((word, at) => el("td", {}, cell(row, word, data.columns[at], go))))
}

function cell(row, word, column, go) {
  if (word === "silent") return saying(word)
  const props = { class: "open", dataset: { focus: `cell ${row.id} ${column.id}` } }
  return change(go, { compare: row.id, against: column.id, topic: "", mark: "" }, props, saying(word),
    el("span", { class: "visually-hidden" }, `: ${column.title}, on ${row.title}`))
}

function pager(data, go) {
  if (data.pages < 2) return null
  const to = (page, words) => page >= 1 && page <= data.pages
    ? el("button", { type: "button", class: "quiet", dataset: { focus: words }, onclick: () => go({ page: String(page) }) }, words) : null
  return el("nav", { class: "pager", "aria-label": "Pages of the table" }, to(data.page - 1, "← Earlier rows"),
    el("span", { class: "muted" }, `Page ${data.page} of ${data.pages}`), to(data.page + 1, "Later rows →"))
}
