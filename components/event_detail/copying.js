// What a reader takes away of an event: its address, or its words with their sources, in one click.
import { addressWith, copyText, el } from "../dom.js"
import { attachPanel } from "../popover.js"

const COPIED = 1600, LONGEST_ADDRESS = 2000

const forHtml = text => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")
// Addresses are put into each text by the rules of its format; none of them can end what it stands in.
const ESCAPES = {
  text: text => text,
  markdown: text => text.replaceAll("<", "%3C").replaceAll(">", "%3E"),
  html: forHtml,
  frame: forHtml,
  bibtex: text => text.replaceAll(/[{}\\\s]/g, encodeURIComponent),
  csl: text => JSON.stringify(text),
}

/** The buttons under an event. */
export function copyButtons(event) {
  const link = copyButton("Copy link", () => addressOf(event), () => lengthWords(addressOf(event)))
  return el("div", { class: "copy" }, link, ...(event.citations ? citationMenu(event) : plainCitation(event)))
}

/** The address of an event in the view that is open, with the mark of this version, without a frame or a briefing being made. */
const addressOf = event => addressWith({ event: event.id, v: event.version, embed: null, embed_options: null, pick: null }).href

const plainCitation = event => event.citation
  ? [copyButton("Copy with citation", () => `${event.citation}\n${addressOf(event)}`)] : []

function citationMenu(event) {
  const panel = el("div", { class: "copy-menu", popover: "auto", role: "group", "aria-label": "Copy with citation as" })
  const button = el("button", { type: "button", "aria-haspopup": "dialog" }, "Copy with citation ▾")
  const rows = event.citations.map(({ key, label, parts }) => {
    const row = copyButton(label, () => citationText(key, parts, event), null, key === "html")
    row.dataset.kind = key
    return row
  })
  panel.append(...rows)
  attachPanel(button, panel)
  return [button, panel]
}

/** A text to copy, with the address between its parts; a frame shows the page without its surroundings. */
function citationText(key, parts, event) {
  const address = addressOf(event)
  const framed = addressWith({ event: event.id, v: event.version, embed: "true", pick: null }).href
  const given = at => ESCAPES[key](key === "frame" && at === 0 ? framed : address)
  return parts.map((part, at) => at < parts.length - 1 ? part + given(at) : part).join("")
}

const lengthWords = address => address.length > LONGEST_ADDRESS
  ? `Copied; with ${address.length.toLocaleString("en")} characters it is too long for some programs` : "Copied"

/** A button that copies a text and says so; `rich` puts HTML on the clipboard as such, too. */
export function copyButton(words, text, said = null, rich = false) {
  const button = el("button", { type: "button", "aria-live": "polite" }, words)
  button.onclick = async () => {
    await (rich ? copyHtml(text()) : copyText(text()))
    button.textContent = said ? said() : "Copied"
    setTimeout(() => { button.textContent = words }, COPIED)
  }
  return button
}

async function copyHtml(html) {
  try {
    const kinds = { "text/html": html, "text/plain": html }
    const blobs = Object.entries(kinds).map(([kind, text]) => [kind, new Blob([text], { type: kind })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  } catch {
    await copyText(html)
  }
}
