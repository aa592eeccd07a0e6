// Known as of: a slider over the months in which documents came out, and a date to pick.
// Both ask for the same parameter; while the slider moves, the counts move with it.
import { el } from "../dom.js"
import { attachPanel } from "../popover.js"

const WAIT = 350 // ms after the last move before the address changes, so that Back has few steps
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
const SAID = ["certain", "possible", "not yet"]
const RULE = "Shows only what had been published by then. Certain: a document had surely come out. Possible: its window had opened. What an inferred date says is never certain."

/** Put the choice of a day into the row of filters, and bring it into step with the row's data. */
export function showKnown(row) {
  if (!row.known) {
    row.known = knownBox(row)
    row.facetBox.append(row.known.button, row.known.panel)
    row.facetBox.getRootNode().querySelector(".root").append(row.known.counts)
  }
  updateKnown(row.known, row.data.known)
}

/** The button, its panel and the line of counts; `row.ask` is told which day is chosen. */
function knownBox(row) {
  const box = { row, timer: 0, known: null, ...panelParts() }
  box.slider.oninput = () => moved(box)
  box.slider.onchange = () => later(box)
  for (const select of [box.day, box.month, box.year]) select.onchange = () => picked(box)
  const any = el("button", { type: "button", class: "any", onclick: () => ask(box, "") }, "Any day")
  const close = el("button", { type: "button", class: "apply", onclick: () => box.panel.hidePopover() }, "Done")
  box.panel.append(el("p", { class: "when" }, box.when), box.tally, box.none, box.parts,
    el("p", { class: "hint" }, RULE), el("div", { class: "buttons" }, any, close))
  attachPanel(box.button, box.panel)
  return box
}

function panelParts() {
  const panel = el("div", { class: "panel wide dates", popover: "auto", role: "group", "aria-label": "Known as of" })
  const state = el("span", { class: "state" })
  const button = el("button", { class: "pick", type: "button", "aria-haspopup": "dialog" }, "Known as of ", state)
  const slider = el("input", { type: "range", min: 0, step: 1, "aria-label": "Known as of the end of" })
  const choose = (name, ...options) => el("select", { name, "aria-label": name }, options)
  const day = choose("Day"), year = choose("Year")
  const month = choose("Month", el("option", { value: "" }, "any month"), MONTHS.map((words, at) => el("option", { value: twoDigits(at + 1) }, words)))
  const windows = el("ul", { class: "windows", "aria-label": "When each document came out" })
  const parts = el("div", {}, el("div", { class: "date", role: "group", "aria-label": "Pick a day, a month or a year" }, day, month, year),
    el("div", { class: "slide" }, slider), windows)
  return {
    panel, button, state, slider, day, month, year, windows, parts,
    when: el("b", {}), tally: el("p", { class: "tally3" }), counts: el("p", { class: "known", role: "status" }),
    none: el("p", { class: "hint" }, "No document of this dossier has a date, so nothing was certain on any day."),
  }
}

/** Bring all of it into step with the data, but for a slider that is being moved. */
function updateKnown(box, known) {
  box.known = known
  box.button.hidden = !known
  box.counts.textContent = known?.counts ?? ""
  box.counts.hidden = !known?.counts
  if (!known) return
  box.state.textContent = known.date ? known.words : ""
  box.button.classList.toggle("on", Boolean(known.date))
  box.parts.hidden = !known.steps.length
  box.none.hidden = known.steps.length > 0
  if (!known.steps.length || box.timer) return
  box.slider.max = known.steps.length - 1
  box.slider.value = known.at
  drawWindows(box, known)
  showPicked(box, known)
  if (known.date) show(box, known.words, known.now)
  else show(box, "Any day", null)
}

// --- the slider: counts at once, the address after a moment ----------------------

function moved(box) {
  const at = Number(box.slider.value)
  show(box, stepWords(box.known.steps[at]), countsAt(box.known, at))
  later(box)
}

function later(box) {
  clearTimeout(box.timer)
  box.timer = setTimeout(() => { box.timer = 0; ask(box, box.known.steps[Number(box.slider.value)]) }, WAIT)
}

function ask(box, date) {
  clearTimeout(box.timer)
  box.timer = 0
  if (date !== box.known.date) box.row.ask({ asof: date })
}

const countsAt = ({ certain, possible, of }, at) => [certain[at], possible[at], of - certain[at] - possible[at]]

/** The day and its counts, for eyes and for ears. */
function show(box, words, counts) {
  box.when.textContent = words
  box.tally.replaceChildren(...(counts ? counts.map((count, at) => el("span", {}, el("b", {}, String(count)), ` ${SAID[at]}`)) : [`All ${box.known.of} events, whenever they became known`]))
  box.slider.setAttribute("aria-valuetext", counts ? `${words}: ${counts.map((count, at) => `${count} ${SAID[at]}`).join(", ")}` : words)
}

function stepWords(step) {
  const [, year, month] = step.match(/^(-?\d+)(?:-(\d\d))?$/)
  return month ? `${MONTHS[month - 1]} ${year}` : year
}

// --- the date: a year, a month or a day --------------------------------------------

const twoDigits = number => String(number).padStart(2, "0")
const daysIn = (year, month) => new Date(Date.UTC(2000 + year % 400, month, 0)).getUTCDate()

function showPicked(box, { date, steps }) {
  const [, year = "", month = "", day = ""] = date.match(/^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/) ?? []
  const years = [...new Set([...steps.map(step => step.slice(0, step.length > 6 ? -3 : undefined)), year].filter(Boolean))]
  options(box.year, ["", ...years.sort((p, q) => p - q)], each => each || "any year", year)
  box.month.value = year ? month : ""
  box.month.disabled = !year
  const days = month && year ? [...Array(daysIn(Number(year), Number(month))).keys()].map(at => twoDigits(at + 1)) : []
  options(box.day, ["", ...days], each => each ? String(Number(each)) : "any day", days.length ? day : "")
  box.day.disabled = !days.length
}

function options(select, values, words, chosen) {
  const old = [...select.options].map(option => option.value)
  if (old.join() !== values.join()) select.replaceChildren(...values.map(value => el("option", { value }, words(value))))
  select.value = chosen
}

function picked({ year, month, day, ...box }) {
  const last = year.value && month.value ? daysIn(Number(year.value), Number(month.value)) : 0
  const kept = day.value && Number(day.value) <= last ? day.value : ""
  ask(box, [year.value, year.value && month.value, year.value && month.value && kept].filter(Boolean).join("-"))
}

// --- where each document's window opens and closes ------------------------------------

function drawWindows(box, { windows, more, steps }) {
  const key = JSON.stringify([windows, more])
  if (box.drawn === key) return
  box.drawn = key
  const last = Math.max(1, steps.length - 1)
  const rows = windows.map(each => {
    const from = 100 * each.opens / last, to = each.closes === null ? 100 : 100 * each.closes / last
    const kind = `bar ${each.basis}${each.closes === null ? " open" : ""}${each.closes === each.opens ? " day" : ""}`
    return el("li", {}, el("span", { class: "title", title: each.title }, each.title), el("span", { class: "said" }, each.words),
      el("span", { class: "track", "aria-hidden": "true" }, el("i", { class: kind, style: `left:${from}%;width:${Math.max(0, to - from)}%` })))
  })
  box.windows.replaceChildren(...rows, ...(more ? [el("li", {}, `and ${more} more documents`)] : []))
}
