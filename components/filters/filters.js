// The row of filters: search, facets with counts, period, lanes and view.
// It keeps no choice of its own: it shows what the address says and asks for changes.
import { askAhead, onAhead } from "../ahead.js"
import { el } from "../dom.js"
import { attachPanel } from "../popover.js"
import { count, many } from "../timeline/words.js"

const SEARCH_WAIT = 250
const WAYS = ["view", "lanes", "clock", "lens"] // of looking, which the app answers alone
const rows = new WeakMap()
let known = null

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  if (!rows.has(parentElement)) rows.set(parentElement, buildRow(root))
  const row = rows.get(parentElement)
  row.ask = change => {
    if (!data.ahead || WAYS.some(name => name in change)) return setTriggerValue("change", change)
    askAhead(change).then(() => setTriggerValue("change", { ...change, ahead: true }))
  }
  update(row, data)
  // The one offline file leaves this out: what was known on a day needs the server's counts.
  known ??= import("./known.js")
  known.then(module => module.showKnown(row))
  row.end ??= onAhead(({ shown }) => countWords(row, shown, row.data.total))
  return () => { row.end?.(); rows.delete(parentElement) }
}

// Said once, whoever says it first: a live region speaks of every change.
function countWords(row, shown, total) {
  const words = `Showing ${count(shown)} of ${many(total, "event")}`
  if (row.count.textContent !== words) row.count.replaceChildren("Showing ", el("b", {}, count(shown)), ` of ${many(total, "event")}`)
}

/** The row's widgets, built once; `row.ask(change)` is told what a reader asks for. */
export function buildRow(root) {
  const row = { facets: new Map(), ask: () => {}, timer: 0, data: null }
  row.search = searchBox(row)
  row.facetBox = el("div", { class: "facets", role: "group", "aria-label": "Filters" })
  row.period = periodBox(row)
  row.choices = choicesBox()
  row.count = el("p", { class: "count", role: "status" })
  row.clear = el("button", { class: "clear", type: "button", onclick: () => row.ask({ clear: true }) }, "Clear all")
  row.download = downloadBox()
  root.replaceChildren(el("div", { class: "row" }, row.search.box, row.facetBox, row.choices.box,
    el("div", { class: "tally" }, row.count, row.clear, row.download.button, row.download.panel)))
  return row
}

function searchBox(row) {
  const input = el("input", { type: "search", placeholder: "Search titles, passages", "aria-label": "Search", maxlength: 200 })
  const send = () => row.ask({ q: input.value.trim() })
  input.oninput = () => { clearTimeout(row.timer); row.timer = setTimeout(send, SEARCH_WAIT) }
  input.onkeydown = event => { if (event.key === "Enter") { clearTimeout(row.timer); send() } }
  return { box: el("div", { class: "search" }, input), input }
}

/** Bring the widgets into step with the data. */
export function update(row, data) {
  row.data = data
  if (!row.search.input.matches(":focus")) row.search.input.value = data.query
  for (const facet of data.facets) {
    if (!row.facets.has(facet.key)) row.facets.set(facet.key, buildFacet(row, facet))
    updateFacet(row.facets.get(facet.key), facet)
  }
  if (!row.period.button.isConnected) {
    row.facetBox.append(row.period.button, row.period.panel)
  }
  updatePeriod(row.period, data.period)
  updateChoices(row, data.choices)
  countWords(row, data.shown, data.total)
  row.clear.hidden = !data.filtered
  updateDownload(row.download, data.downloads ?? [])
}

// --- one facet: a button that opens a list of check boxes -------------------

function buildFacet(row, facet) {
  const panel = el("div", { class: "panel", popover: "auto", role: "group", "aria-label": facet.label })
  const state = el("span", { class: "state" })
  const button = el("button", { class: "pick", type: "button", "aria-haspopup": "dialog" }, facet.label, " ", state)
  attachPanel(button, panel)
  row.facetBox.append(button, panel)
  return { row, panel, button, state, boxes: new Map(), key: facet.key }
}

function updateFacet(widget, facet) {
  const seen = new Set(facet.options.map(option => option.value))
  for (const [value, box] of widget.boxes) if (!seen.has(value)) { box.label.remove(); widget.boxes.delete(value) }
  for (const option of facet.options) {
    if (!widget.boxes.has(option.value)) widget.boxes.set(option.value, buildOption(widget, option))
    const box = widget.boxes.get(option.value)
    box.input.checked = option.chosen
    box.count.textContent = count(option.count)
    box.label.classList.toggle("none", option.count === 0 && !option.chosen)
  }
  const chosen = facet.options.filter(option => option.chosen).length
  widget.state.textContent = chosen ? `${chosen} of ${facet.options.length}` : `all ${facet.options.length}`
  widget.button.classList.toggle("on", chosen > 0)
}

function buildOption(widget, option) {
  const input = el("input", { type: "checkbox", value: option.value })
  const count = el("span", { class: "n" })
  const label = el("label", {}, input, el("span", { class: "name" }, option.label), count)
  input.onchange = () => widget.row.ask({ [widget.key]: chosenIn(widget) })
  widget.panel.append(label)
  return { input, count, label }
}

const chosenIn = widget => [...widget.boxes.values()].filter(box => box.input.checked).map(box => box.input.value)

// --- the period: two dates at any precision ----------------------------------

function periodBox(row) {
  const field = name => el("input", { type: "text", inputmode: "numeric", maxlength: 10, placeholder: "YYYY or YYYY-MM-DD", name, autocomplete: "off" })
  const from = field("from"), to = field("to")
  const send = () => row.ask({ from: from.value.trim(), to: to.value.trim() })
  const form = el("form", { class: "dates" }, el("label", {}, "From", from), el("label", {}, "To", to),
    el("div", { class: "buttons" }, el("button", { type: "submit", class: "apply" }, "Set period"),
      el("button", { type: "button", onclick: () => { from.value = to.value = ""; send() } }, "All years")))
  form.onsubmit = event => { event.preventDefault(); send(); panel.hidePopover() }
  const panel = el("div", { class: "panel", popover: "auto", role: "group", "aria-label": "Period" }, form)
  const state = el("span", { class: "state" })
  const button = el("button", { class: "pick", type: "button", "aria-haspopup": "dialog" }, "Period ", state)
  attachPanel(button, panel)
  return { button, panel, state, from, to }
}

function updatePeriod(widget, period) {
  if (!widget.panel.matches(":popover-open")) { widget.from.value = period.from; widget.to.value = period.to }
  widget.state.textContent = period.from || period.to ? period.words : ""
  widget.button.classList.toggle("on", Boolean(period.from || period.to))
}

// --- what is shown, as files ---------------------------------------------------

function downloadBox() {
  const panel = el("div", { class: "panel downloads", popover: "auto", role: "group", "aria-label": "Download what is shown" })
  const button = el("button", { class: "pick", type: "button", "aria-haspopup": "dialog" }, "Download ▾")
  attachPanel(button, panel)
  return { button, panel }
}

function updateDownload(widget, downloads) {
  widget.button.hidden = !downloads.length
  widget.panel.replaceChildren(...downloads.map(({ label, href, name }) =>
    el("a", { href: new URL(href, document.baseURI).href, download: name }, label)))
}

// --- chart or list in the row; what is chosen less often in a panel -------------

function choicesBox() {
  const panel = el("div", { class: "panel arrange", popover: "auto", role: "group", "aria-label": "Arrange" })
  const button = el("button", { class: "pick", type: "button", "aria-haspopup": "dialog" }, "Arrange ▾")
  attachPanel(button, panel)
  return { box: el("div", { class: "choices" }), button, panel, selects: new Map() }
}

function updateChoices(row, choices) {
  const { box, button, panel, selects } = row.choices
  for (const choice of choices) {
    if (selects.has(choice.key)) continue
    const label = buildChoice(row, choice)
    selects.set(choice.key, label.querySelector("select"))
    if (choice.key === "view") box.append(label)
    else panel.append(label)
  }
  if (!button.isConnected) box.append(button, panel)
  for (const choice of choices) selects.get(choice.key).value = choice.value
  button.classList.toggle("on", choices.some(choice => choice.key !== "view" && choice.value !== choice.options[0].value))
}

function buildChoice(row, choice) {
  const select = el("select", {}, choice.options.map(option => el("option", { value: option.value }, option.label)))
  select.onchange = () => row.ask({ [choice.key]: select.value })
  return el("label", { class: "choice" }, choice.label, select)
}
