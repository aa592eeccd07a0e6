// The topics to choose from: a list beside the passages, a menu where there is no room for it.
import { el } from "../dom.js"
import { change } from "./links.js"

export const SIGNS = { "contradict": "≠", "differ in detail": "≈", "different framing": "◇", "agree": "=" }

/** A relation as its word with a sign; the sign is for the eye only. */
export function relationWord(relation, label) {
  const kind = relation.replaceAll(" ", "-")
  return el("span", { class: `relation ${kind}` }, el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[relation] ?? "·"), label)
}

export const opening = topic => ({ topic, compare: "", against: "", mark: "" })

export function topicList(data, go) {
  return el("nav", { class: "topics", "aria-label": "Topics", tabindex: "-1", dataset: { scrolls: "topics" } },
    data.groups.map(group => el("section", { "aria-label": group.label },
      el("h3", {}, relationWord(group.relation, group.label), el("span", { class: "n" }, String(group.topics.length))),
      el("ul", {}, group.topics.map(topic => el("li", {}, change(go, opening(topic.id),
        { "aria-current": topic.opened ? "true" : null, dataset: { focus: `topic ${topic.id}` } }, topic.title)))))))
}

export function topicMenu(data, go) {
  const none = !data.groups.some(group => group.topics.some(topic => topic.opened))
  const option = topic => {
    const node = el("option", { value: topic.id }, topic.title)
    node.selected = topic.opened
    return node
  }
  const menu = el("select", { dataset: { focus: "menu" } }, none && el("option", { value: "" }, "Choose a topic"),
    data.groups.map(group => el("optgroup", { label: `${group.label} (${group.topics.length})` }, group.topics.map(option))))
  menu.onchange = () => menu.value && go(opening(menu.value))
  return el("label", { class: "menu" }, el("span", {}, "Topic"), menu)
}
