// What every component begins with: its module, its style sheet, its data read, its messages kept.
import { keeping } from "./connection/connection.js"
import { unsqueezed } from "./squeezed.js"

/** Draw a component by the module of a folder, with the folder's style sheet; returns what ends it. */
export function load(component, folder) {
  const { parentElement } = component
  const at = ending => new URL(`./${folder}/${folder}.${ending}`, import.meta.url).href
  let cleanup = null, gone = false
  if (!parentElement.querySelector("link[data-dossier]")) {
    const link = document.createElement("link")
    link.rel = "stylesheet"
    link.href = at("css")
    link.dataset.dossier = ""
    parentElement.prepend(link)
  }
  const turn = parentElement.turn = (parentElement.turn ?? 0) + 1
  Promise.all([import(at("js")), unsqueezed(component.data)]).then(async ([module, data]) => {
    if (gone || turn !== parentElement.turn) return
    cleanup = await module.default(keeping({ ...component, data }))
    if (gone) cleanup?.()
    const root = parentElement.querySelector(".root")
    if (root) root.dataset.drawn = ""
  })
  return () => { gone = true; cleanup?.() }
}
