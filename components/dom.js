// Building elements from data: text is only ever set as text, never parsed.

/** An element with properties and children; strings become text, null and false are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith("on")) node[name] = value
    else if (name === "class") node.className = value
    else if (name === "style") node.style.cssText = value // works under a policy without inline styles
    else if (name === "dataset") Object.assign(node.dataset, value)
    else node.setAttribute(name, value === true ? "" : value)
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false))
  return node
}

let palette = null

/** The theme's categorical palette as CSS colours; [] where the theme names none.
 *
 * Read once for all that is drawn in one go: every look at a computed style has the browser style anew.
 */
export function paletteOf(host) {
  if (!palette) {
    const raw = getComputedStyle(host).getPropertyValue("--st-chart-categorical-colors")
    palette = raw.split(/,(?![^(]*\))/).map(color => color.trim()).filter(Boolean)
    queueMicrotask(() => { palette = null })
  }
  return palette
}

/** Colour number n of the theme's categorical palette, to put in a style. */
export function paletteColor(host, n) {
  const colors = paletteOf(host)
  return colors.length ? colors[n % colors.length] : "currentColor"
}

/** The parameters of an address that choose events. */
const FILTERS = ["theme", "actor", "document", "status", "from", "to", "q", "asof"]

/** A change of filters as parameters: "clear" empties every filter that the change does not set. */
export const filterParams = ({ clear, ...change }) =>
  ({ ...(clear ? Object.fromEntries(FILTERS.map(name => [name, ""])) : {}), ...change })

let addressOf = addressInQuery, paramsOf = () => new URLSearchParams(location.search)

/** Have addresses made by `make(changes, base)` and read by `read()`: for a page that keeps its parameters elsewhere. */
export function makeAddressesBy(make, read) {
  addressOf = make
  paramsOf = read
}

/** The parameters of the address as it is now. */
export const addressParams = () => paramsOf()

/** The address of this app with the given parameters changed; null removes one. */
export function addressWith(changes, base = document.baseURI) {
  return addressOf(changes, base)
}

function addressInQuery(changes, base) {
  const url = new URL(base === document.baseURI ? location.href : base)
  if ("event" in changes) url.searchParams.delete("v") // the mark of a copied link is of that event only
  for (const [name, value] of Object.entries(changes)) {
    url.searchParams.delete(name)
    for (const one of [value].flat()) if (one !== null && one !== "") url.searchParams.append(name, one)
  }
  return url
}

/** Put text on the clipboard, also where the modern way is refused (plain HTTP, old frames). */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = el("textarea", { style: "position:fixed;opacity:0" })
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand("copy")
    area.remove()
  }
}
