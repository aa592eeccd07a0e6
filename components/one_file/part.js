// A part of the page that a component draws: in a shadow tree, so that its style sheet reaches nothing else.
import { el } from "../dom.js"

/** The component's own root in the element of that id, under the style sheets of these names. */
export function partRoot(id, names) {
  const shadow = document.getElementById(id).attachShadow({ mode: "open" })
  shadow.adoptedStyleSheets = names.map(name => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(SHEETS[name])
    return sheet
  })
  const root = el("div", { class: "root" })
  shadow.append(root)
  return root
}
