// What every component begins with: its module, its style sheet, its data read, its messages kept.
import { keeping } from "./connection/connection.js"
import { unsqueezed } from "./squeezed.js"

/** Draw a component by the module of a folder, with the folder's style sheet.
 *
 * `turn.end` becomes what ends it; where `turn.gone` is set already, nothing is drawn.
 */
export function load(component, folder, turn) {
  if (turn.gone) return
  const { parentElement } = component
  const at = ending => new URL(`./${folder}/${folder}.${ending}`, import.meta.url).href
  let cleanup = null
  turn.end = () => { turn.gone = 1; cleanup?.() }
  if (!parentElement.querySelector("link[data-dossier]")) {
    const link = document.createElement("link")
    link.rel = "stylesheet"
    link.href = at("css")
    link.dataset.dossier = ""
    parentElement.prepend(link)
  }
  parentElement.turn = turn
  Promise.all([import(at("js")), unsqueezed(component.data)]).then(async ([module, data]) => {
    if (turn.gone || turn !== parentElement.turn) return
    cleanup = await module.default(keeping({ ...component, data }))
    if (turn.gone) cleanup?.()
    const root = parentElement.querySelector(".root")
    if (root) root.dataset.drawn = ""
  })
}
