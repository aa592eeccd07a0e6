// Make a briefing: pick events, order them, word them. It lives in the address, or in a file.
import { addressWith, copyText, el, paletteColor } from "../dom.js"

const BETWEEN = "|"
const SETTLED = 500
const TITLE = 120, NOTES = 500, MOST = 100, LONGEST_ADDRESS = 2000
const COLUMNS = ["briefing", "position", "event_id", "heading", "speaker_notes"]

export function makeForm(root, data, go) {
  const form = { root, data, go, known: new Map(data.events.map(event => [event.id, event])), keep: [], timer: 0 }
  form.picks = picksInAddress(form)
  form.parts = { list: el("ul", { class: "offered" }), picked: el("ol", { class: "picked" }), count: el("p", { class: "quiet", "aria-live": "polite" }), more: el("p", { class: "quiet" }) }
  const search = el("input", { type: "search", placeholder: "Search the titles", "aria-label": "Search the titles", oninput: () => offer(form, search.value) })
  root.replaceChildren(el("div", { class: "make" },
    el("section", {}, el("h2", {}, "Events"), search, form.parts.list),
    el("section", {}, el("h2", {}, "Your steps"), form.parts.more, form.parts.count, form.parts.picked, actions(form))))
  const resume = go => { form.go = go; listen(form) }
  resume(go)
  offer(form, "")
  draw(form)
  return { resume, pause: () => rest(form) }
}

function listen(form) {
  rest(form)
  const again = () => { form.picks = picksInAddress(form); draw(form) }
  addEventListener("popstate", again)
  form.keep = [() => removeEventListener("popstate", again)]
}

function rest(form) {
  for (const stop of form.keep.splice(0)) stop()
}

// --- the address -----------------------------------------------------------------

function picksInAddress(form) {
  return new URLSearchParams(location.search).getAll("pick").flatMap(text => {
    const [event, heading = "", ...notes] = text.split(BETWEEN)
    return form.known.has(event) ? [{ event, heading, notes: notes.join(BETWEEN) }] : []
  })
}

const written = pick => [pick.event, pick.heading.replaceAll(BETWEEN, "/"), pick.notes].join(BETWEEN).replace(/\|+$/, "")

function changed(form, drawn = true) {
  if (drawn) draw(form)
  else tell(form)
  clearTimeout(form.timer)
  form.timer = setTimeout(() => form.go({ pick: form.picks.map(written) }), SETTLED)
}

// --- drawing ---------------------------------------------------------------------

function offer(form, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = form.data.events.filter(event => words.every(word => `${event.when} ${event.title}`.toLowerCase().includes(word)))
  form.parts.list.replaceChildren(...found.map(event => el("li", { style: `--lane:${paletteColor(form.root, event.color)}` },
    el("span", { class: "words" }, el("span", { class: "when" }, event.when), el("span", { class: "title" }, event.title)),
    el("button", { type: "button", "aria-label": `Add: ${event.title}`, onclick: () => add(form, event.id) }, "Add"))))
}

function add(form, event) {
  if (form.picks.length >= MOST) return
  form.picks.push({ event, heading: "", notes: "" })
  changed(form)
}

/** How many steps there are, and where to find more. */
function tell({ parts, picks, buttons }) {
  parts.count.textContent = picks.length ? `${picks.length} step${picks.length > 1 ? "s" : ""}${lengthWords(picks)}` : "None yet. Add events from the list."
  parts.more.replaceChildren(el("a", { href: onTimeline(picks) }, "Read and collect on the timeline"))
  buttons.forEach(button => { button.disabled = !picks.length })
}

function draw(form) {
  tell(form)
  form.parts.picked.replaceChildren(...form.picks.map((pick, index) => row(form, pick, index)))
}

const lengthWords = picks => onTimeline(picks).length > LONGEST_ADDRESS
  ? "; the address is too long for some programs now, so send the CSV instead" : ""

/** The timeline with these steps at hand, where an open event can be added to them. */
function onTimeline(picks) {
  const url = new URL("./", location.href)
  url.search = new URLSearchParams(picks.map(pick => ["pick", written(pick)]))
  return url.href
}

function row(form, pick, index) {
  const event = form.known.get(pick.event)
  const field = (tag, name, limit, words) => el(tag, { maxlength: String(limit), placeholder: words, "aria-label": `${words}, step ${index + 1}`,
    oninput: input => { pick[name] = input.target.value; changed(form, false) } })
  const heading = field("input", "heading", TITLE, "Heading"), notes = field("textarea", "notes", NOTES, "Speaker’s notes")
  heading.placeholder = event.title
  heading.value = pick.heading
  notes.value = pick.notes
  const tool = (sign, words, act, off = false) => el("button", { type: "button", "aria-label": `${words} step ${index + 1}`, title: words, disabled: off, onclick: act }, sign)
  return el("li", { style: `--lane:${paletteColor(form.root, event.color)}` },
    el("div", { class: "row-head" }, el("span", { class: "when" }, event.when),
      el("span", { class: "tools" }, tool("↑", "Move up", () => move(form, index, -1), index === 0),
        tool("↓", "Move down", () => move(form, index, 1), index === form.picks.length - 1),
        tool("×", "Take out", () => { form.picks.splice(index, 1); changed(form) }))),
    heading, notes)
}

function move(form, index, by) {
  const [pick] = form.picks.splice(index, 1)
  form.picks.splice(index + by, 0, pick)
  changed(form)
  form.parts.picked.children[index + by]?.querySelector(`[title="${by < 0 ? "Move up" : "Move down"}"]`)?.focus()
}

function actions(form) {
  const button = (words, act) => el("button", { type: "button", class: "wide", onclick: act }, words)
  const copy = button("Copy link", async () => {
    await copyText(addressWith({ make: null, step: null, briefing: null, pick: form.picks.map(written) }).href)
    copy.textContent = "Copied"
  })
  form.buttons = [
    button("Present it", () => { clearTimeout(form.timer); form.go({ make: "", step: "", pick: form.picks.map(written) }) }),
    copy,
    button("Download as CSV", () => download(form)),
    ...form.data.files.map(file => button(file.words, () => form.go({ take: file.file, pick: form.picks.map(written) }))),
  ]
  return el("div", { class: "actions" }, form.buttons)
}

/** The rows of `briefings.csv` for these steps, made in the browser. */
function download(form) {
  const rows = form.picks.map((pick, index) => ["my-briefing", index + 1, pick.event, pick.heading || form.known.get(pick.event).title, pick.notes])
  const cell = value => `"${String(value).replaceAll('"', '""')}"`
  const text = [COLUMNS, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n"
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }))
  el("a", { href: url, download: "briefings.csv" }).click()
  URL.revokeObjectURL(url)
}
