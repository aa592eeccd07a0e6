// Which briefing: each as a card with its steps and their place in time.
import { addressWith, el, paletteColor } from "../dom.js"
import { drawStrip } from "./strip.js"

const plain = click => click.button === 0 && !(click.ctrlKey || click.metaKey || click.shiftKey || click.altKey)

export function makeStart(root, data, go) {
  const held = { go, keep: () => {} }
  const boxes = []
  const link = (changes, props, ...children) => el("a", { href: addressWith({ make: null, pick: null, step: null, ...changes }).href, ...props,
    onclick: click => { if (plain(click)) { click.preventDefault(); held.go(changes) } } }, ...children)
  const take = (file, item) => el("button", { type: "button", class: "wide", "aria-label": `${item.label}: ${file.words}`, onclick: () => held.go({ take: file.file, briefing: item.id }) }, file.words)
  const cards = data.briefings.map(item => card(root, item, link, boxes, data.files.map(file => take(file, item))))
  root.replaceChildren(el("div", { class: "start" },
    cards.length ? el("div", { class: "briefings" }, cards) : el("p", {}, "This dossier has no briefing yet. Make one from its events."),
    el("p", { class: "make-own" }, link({ make: "1" }, {}, "Make a briefing of your own"), " from the events of this dossier. It lives in the address or in a file; nothing is stored here.")))
  const resume = go => {
    held.go = go
    held.keep()
    const watch = new ResizeObserver(() => boxes.forEach(([box, steps]) => drawStrip(box, steps, -1, "The steps in time", 13)))
    watch.observe(root)
    held.keep = () => watch.disconnect()
  }
  resume(go)
  return { resume, pause: () => held.keep() }
}

function card(root, item, link, boxes, files) {
  const box = el("div", { class: "strip-box" })
  boxes.push([box, item.steps])
  return el("article", { class: "briefing" },
    el("h2", {}, link({ briefing: item.id }, {}, item.label)), box,
    el("ol", {}, item.steps.map((step, index) => el("li", { style: `--lane:${step.when ? paletteColor(root, step.color) : "currentColor"}` },
      link({ briefing: item.id, step: String(index + 1) }, {}, el("span", { class: "title" }, step.heading), el("span", { class: "when" }, step.when))))),
    el("div", { class: "begin" }, link({ briefing: item.id }, { class: "button" }, "Start"), files))
}
