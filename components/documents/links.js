// Links that change this screen without loading it anew, and still open in a new tab.
import { addressWith, copyText, el } from "../dom.js"

const plain = click => click.button === 0 && !(click.ctrlKey || click.metaKey || click.shiftKey || click.altKey)
const COPIED = 1600

/** A link to this screen with parameters changed; `focus` names it across drawings. */
export function change(go, changes, props, ...children) {
  const onclick = click => { if (plain(click)) { click.preventDefault(); go(changes) } }
  return el("a", { href: addressWith(changes).href, onclick, ...props }, ...children)
}

/** A link to an event on the timeline: another page, which the browser loads, so that Back returns. */
export function toTimeline(event, ...children) {
  const url = new URL("./", location.href)
  url.search = new URLSearchParams({ event })
  return el("a", { href: url.href }, ...children)
}

export function copyButton(words, text) {
  const button = el("button", { type: "button", class: "quiet", "aria-live": "polite" }, words)
  button.onclick = async () => {
    await copyText(text())
    button.textContent = "Copied"
    setTimeout(() => { button.textContent = words }, COPIED)
  }
  return button
}

/** A button that brings another part of the screen into view: each is a mount of its own. */
export function toPart(part, words, row = "") {
  const onclick = () => dispatchEvent(new CustomEvent("dossier:part", { detail: { part, row } }))
  return el("button", { type: "button", class: "quiet", onclick }, words)
}
