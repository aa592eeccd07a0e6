// A part of a page that is one script: the component draws in a shadow tree, as in the app.
import { el } from "./dom.js"

/** The component's own root in a host, under the style sheets of these names, which reach nothing else. */
export function partRoot(host, names) {
  const shadow = host.attachShadow({ mode: "open" })
  shadow.adoptedStyleSheets = names.map(name => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(SHEETS[name]) // the script's own, or the page's
    return sheet
  })
  const root = el("div", { class: "root" })
  shadow.append(root)
  return root
}
