// Building SVG and HTML from data: attributes and text nodes only, nothing is ever parsed.

const NS = "http://www.w3.org/2000/svg"

/** Set attributes; null and false take one away. What is as it was is left alone, which is cheaper. */
export function set(node, attrs) {
  const held = (node.heldAttrs ??= {})
  for (const name in attrs) {
    const value = attrs[name]
    if (held[name] === value && name !== "tabindex") continue
    held[name] = value
    if (value === null || value === undefined || value === false) node.removeAttribute(name)
    else node.setAttribute(name, value === true ? "" : value)
  }
  return node
}

/** An SVG element with attributes and children; strings become text. */
export function svg(tag, attrs = {}, ...children) {
  const node = set(document.createElementNS(NS, tag), attrs)
  if (children.length) node.append(...children)
  return node
}

/** An HTML element with attributes and children; strings become text. */
export function html(tag, attrs = {}, ...children) {
  const node = set(document.createElement(tag), attrs)
  if (children.length) node.append(...children)
  return node
}

/** Text set only when it changed, so that a live region is not spoken twice. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text
}

/** Children of `parent` keyed by `key(item)`: made once, kept in place, removed when gone. */
export function keyed(parent, nodes, items, key, make, update) {
  const seen = new Set()
  let last = null
  for (const item of items) {
    const name = key(item)
    seen.add(name)
    let node = nodes.get(name)
    if (!node) {
      node = make(item)
      // Read and tabbed in the order of the items, whichever of them came later.
      const next = last ? last.nextSibling : items.map(one => nodes.get(key(one))).find(one => one?.parentNode === parent)
      parent.insertBefore(node, next ?? null)
      nodes.set(name, node)
    }
    last = node
    update(node, item)
  }
  for (const [name, node] of nodes) {
    if (seen.has(name)) continue
    node.remove()
    nodes.delete(name)
  }
}
