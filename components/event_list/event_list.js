// The same selection as text: one row an event, grouped by the year it begins in.
import { announce, onOpened, openNow } from "../opened.js"
import { addressWith, el, paletteColor } from "../dom.js"

const lists = new WeakMap()

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  if (!lists.has(parentElement)) lists.set(parentElement, onOpened(id => choose(root, id)))
  const go = change => ("event" in change ? announce(change.event) : setTriggerValue("go", change))
  root.replaceChildren(...eventList(root, { ...data, selected: openNow() }, go))
  return () => { lists.get(parentElement)?.(); lists.delete(parentElement) }
}

function choose(root, id) {
  for (const link of root.querySelectorAll("a[data-event]")) {
    const chosen = link.dataset.event === id
    link.closest("li").classList.toggle("chosen", chosen)
    if (chosen) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  }
}

export function eventList(root, data, go) {
  if (!data.groups.length) return [el("p", { class: "empty" }, data.empty)]
  return [...data.groups.map(group => yearGroup(root, group, data.selected, go)), pager(data, go)].filter(Boolean)
}

function yearGroup(root, group, selected, go) {
  return el("section", { "aria-label": group.label }, el("h3", {}, group.label),
    el("ul", {}, group.events.map(event => row(root, event, event.id === selected, go))))
}

function row(root, event, chosen, go) {
  const open = click => { click.preventDefault(); go({ event: event.id }) }
  return el("li", { class: chosen ? "chosen" : null, style: `--lane:${paletteColor(root, event.color)}` },
    el("a", { href: addressWith({ event: event.id }).href, onclick: open, "aria-current": chosen ? "true" : null, dataset: { event: event.id } },
      el("span", { class: "when" }, event.when), el("span", { class: "title" }, event.title),
      el("span", { class: "meta" }, event.meta)))
}

function pager(data, go) {
  if (data.pages < 2) return null
  const to = (page, words) => page >= 1 && page <= data.pages
    ? el("button", { type: "button", onclick: () => go({ page }) }, words) : null
  return el("nav", { class: "pager", "aria-label": "Pages of the list" }, to(data.page - 1, "← Earlier"),
    el("span", { class: "muted" }, `Page ${data.page} of ${data.pages}`), to(data.page + 1, "Later →"))
}
