// One step: the exact words large, who says them and where; beside them numbers, sums, other voices.
import { el, paletteColor } from "../dom.js"
import { drawBar, drawScale } from "./bars.js"

/** The head and the body of a step, as two elements. */
export function stepParts(root, step) {
  const color = step.when ? paletteColor(root, step.color) : "var(--accent)"
  return { color, head: stepHead(step), body: stepBody(step) }
}

function stepHead(step) {
  return el("header", { class: "step-head" },
    step.when && el("p", { class: "when" }, el("span", { class: "date" }, step.when),
      step.tags.map(words => el("span", { class: "tag" }, words))),
    el("h1", {}, step.heading), (step.doubts ?? []).map(doubt))
}

/** A sentence may be older than the figure it rests on: then that stands beside it. */
const doubt = words => words && el("p", { class: "doubt" }, words)

/** The number stands under the words it is from, its sum under the other voices; without them, all beside. */
function stepBody(step) {
  if (!step.when) return el("div", { class: "step-body bare" })
  const number = numbers(step), other = otherSide(step)
  const beside = [...(other ? [other] : [number]), ...step.sums.map(sum)].filter(Boolean)
  return el("div", { class: beside.length ? "step-body" : "step-body alone" },
    el("div", { class: "words" }, step.passages.length
      ? step.passages.map(passage)
      : el("p", { class: "unquoted" }, step.summary || "No passage of this dossier speaks of this event."),
    other && number),
    beside.length > 0 && el("div", { class: "beside" }, beside))
}

const passage = item => el("figure", { class: "passage" }, quote(item), source(item))

/** Words that hold double quotation marks themselves stand between single ones. */
function quote(item) {
  const [open, shut] = /[“”"]/.test(item.exact) ? "‘’" : "“”"
  return el("blockquote", {}, open, item.exact, shut)
}

function source(item) {
  return el("figcaption", {}, el("b", { class: "speaker" }, item.speaker),
    el("span", { class: "document" }, item.document.replace(/[ ,]+$/, ""), " ", el("span", { class: "kind", title: item.interest || null }, `(${item.kind})`)), receipt(item))
}

const receipt = item => el("span", { class: `receipt ${item.receiptClass}`, title: item.receiptTitle }, item.receiptWords)

/** Numbers as bars where the step has a chart, else beside each other. */
function numbers(step) {
  if (!step.figures.length) return null
  const drawn = step.scale.length > 0
  return el("div", { class: drawn ? "numbers drawn" : "numbers" }, step.figures.map((item, index) => figure(step, item, index)), drawn && drawScale(step.scale))
}

function figure(step, item, index) {
  const [, before, number, unit] = cut(item.value)
  return el("div", { class: "number" },
    el("p", {}, el("span", { class: "value" }, before && el("span", { class: "qualifier" }, before, " "),
      el("b", {}, number), unit && el("span", { class: "unit" }, " ", unit)),
    el("span", { class: "label" }, item.label, item.period && item.period !== step.when ? `, ${item.period}` : "")),
    doubt(item.doubt), item.bar && drawBar(item.bar, `soft-${step.event}-${index}`.replace(/[^\w-]/g, "_")))
}

/** A sum an editor would run: how it comes out, its arithmetic, and why. */
function sum(item) {
  return el("div", { class: "sum" },
    el("p", {}, el("span", { class: `verdict ${item.verdictClass}` }, el("span", { class: "sign", "aria-hidden": "true" }, item.sign), ` ${item.verdict}: `), item.statement),
    el("p", { class: "worked" }, item.numbers && el("span", { class: "formula" }, `${item.numbers}. `), item.reason))
}

/** A figure in words, cut so that the number can be large: "nearly", "550", "people". */
const cut = value => value.match(/^(\D*?)\s*(-?\d[\d,.]*\d%?|-?\d%?)\s*(.*)$/) ?? [value, "", value, ""]

function otherSide(step) {
  const { other } = step
  if (!other) return null
  return el("section", { class: "other", "aria-label": "Other voices" },
    el("h2", {}, el("span", { class: `relation ${other.relationClass}` }, sideWords(other)), " ", other.topic),
    other.voices.map(voice => el("figure", { class: "voice" }, quote(voice), source(voice))),
    other.voices.length > 1 && el("p", { class: "more" }, "One more voice is on the Documents screen."))
}

const SIDES = {
  agree: "In agreement", contradict: "Contradicted elsewhere", "differ in detail": "Told differently",
  "different framing": "Framed otherwise",
}
const sideWords = other => `${SIDES[other.relation] ?? "Beside it"}:`
