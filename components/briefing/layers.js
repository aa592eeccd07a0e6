// What lies over a step: all steps at a glance, the keys, the notes, the blank screen.
import { el, paletteColor } from "../dom.js"
import { KEYS } from "./keys.js"

/** All steps as a grid of buttons; arrows move, Enter opens. */
export function overviewLayer(root, steps, at, open) {
  const cards = steps.map((step, index) => el("button", {
    type: "button", class: "card", "aria-current": index === at ? "step" : null,
    style: `--lane:${step.when ? paletteColor(root, step.color) : "currentColor"}`, onclick: () => open(index),
  }, el("span", { class: "place" }, String(index + 1)), el("span", { class: "when" }, step.when), el("span", { class: "title" }, step.heading)))
  return el("div", { class: "layer overview", role: "dialog", "aria-label": "All steps" }, el("div", { class: "cards" }, cards))
}

/** Move the focus within the overview; says whether the key was one of its own. */
export function moveInOverview(layer, key, focused) {
  const cards = [...layer.querySelectorAll(".card")]
  const at = Math.max(cards.indexOf(focused), 0)
  const columns = cards.filter(card => card.offsetTop === cards[0].offsetTop).length
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, PageDown: 1, PageUp: -1, Home: -at, End: cards.length - 1 - at }
  if (!(key in steps)) return false
  cards[Math.min(Math.max(at + steps[key], 0), cards.length - 1)].focus()
  return true
}

export function keysLayer(close) {
  return el("div", { class: "layer keys", role: "dialog", "aria-label": "Keys" },
    el("div", { class: "sheet" }, el("h2", {}, "Keys"),
      el("dl", {}, KEYS.map(([keys, words]) => el("div", {}, el("dt", {}, keys.split("  ").map(key => el("kbd", {}, key))), el("dd", {}, words)))),
      el("button", { type: "button", class: "wide", onclick: close }, "Close")))
}

export function blankLayer(close) {
  return el("button", { type: "button", class: "layer blank", "aria-label": "The screen is blank. Press B to go on.", onclick: close })
}

/** The speaker's notes of a step, and what the dossier remarks on its passages. */
export function notesParts(step) {
  const remarks = [...step.passages, ...(step.other?.voices ?? [])].filter(item => item.note)
  return [
    el("p", { class: "spoken" }, step.notes || "This step has no notes."),
    remarks.map(item => el("p", { class: "remark" }, el("b", {}, `${item.speaker}: `), item.note)),
  ]
}
