// The documents as cards in order of publication; a ticked card narrows what follows.
import { el } from "../dom.js"
import { toPart } from "./links.js"

export function documentCards(data, go) {
  if (!data.cards.length) return [el("p", { class: "empty" }, data.empty)]
  const chosen = data.cards.filter(card => card.chosen).length
  return [el("section", { "aria-labelledby": "cards-title" },
    el("div", { class: "part-head" }, el("h2", { id: "cards-title" }, "The documents"),
      el("p", { class: "muted" }, "In order of publication. Tick one to read only what it speaks of; two or more, only where they meet."),
      el("p", { class: "tally", role: "status" }, chosen ? `${chosen} of ${data.cards.length} chosen` : `All ${data.cards.length}`,
        chosen > 0 && el("button", { type: "button", class: "quiet", dataset: { focus: "show-all" }, onclick: () => go({ document: [], page: "" }) }, "Show all")),
      el("p", { class: "jumps" }, toPart("side", "Side by side ↓"), toPart("matrix", "Table ↓"))),
    el("ul", { class: "cards" }, data.cards.map(card => oneCard(card, data, go))))]
}

function oneCard(card, data, go) {
  const box = el("input", { type: "checkbox", value: card.id, dataset: { focus: `card ${card.id}` } })
  box.checked = card.chosen
  box.onchange = () => go({ document: chosenWith(data, card.id, box.checked), page: "" })
  return el("li", { class: card.chosen ? "card chosen" : "card" },
    el("h3", {}, el("label", {}, box, el("span", {}, card.title))),
    el("p", { class: "who" }, card.kind && el("span", { class: "tag" }, card.kind), card.publisher && [el("span", { class: "muted" }, " Publisher: "), card.publisher]),
    el("p", { class: "when" }, card.published),
    card.interest && el("p", { class: "interest" }, card.interest),
    el("p", { class: "counts" }, el("span", {}, card.counts), el("span", { class: card.found ? "receipt found" : "receipt" }, card.receipt)),
    card.note && el("details", {}, el("summary", { dataset: { focus: `why ${card.id}` } }, "Why it is dated so"), el("p", {}, card.note)))
}

function chosenWith(data, id, ticked) {
  return data.cards.filter(card => card.id === id ? ticked : card.chosen).map(card => card.id)
}
