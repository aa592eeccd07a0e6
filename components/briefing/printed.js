// On paper: all steps, one under the other, made when the browser is about to print.
import { el } from "../dom.js"
import { stepParts } from "./step.js"

/** Put every step into `root` for as long as printing lasts; `signal` ends the listening. */
export function printAllSteps(root, data, signal) {
  let pages = null
  const done = () => { pages?.remove(); pages = null }
  addEventListener("beforeprint", () => {
    done()
    pages = el("div", { class: "on-paper" }, data.steps.map((step, at) => printed(root, step, at + 1, data.steps.length)))
    root.append(pages)
  }, { signal })
  addEventListener("afterprint", done, { signal })
}

function printed(root, step, number, count) {
  const { color, head, body } = stepParts(root, step)
  return el("section", { class: "stage printed", style: `--lane:${color}` },
    el("p", { class: "count" }, `${number} of ${count}`), head, body)
}
