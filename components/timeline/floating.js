// What floats above the page (tooltip, list of a pile): in the top layer, never beyond the screen's edge.

/** Show an element beside a rectangle of the screen, below it where there is room, else above. */
export function floatBeside(node, rect, gap = 8) {
  node.hidden = false
  if (node.showPopover && !node.matches(":popover-open")) node.showPopover()
  node.style.left = "0px"
  node.style.top = "0px"
  const { width, height } = node.getBoundingClientRect()
  const wide = document.documentElement.clientWidth, high = window.innerHeight
  const x = (rect.left + rect.right) / 2 - Math.min(width / 2, 60)
  const below = rect.bottom + gap, above = rect.top - gap - height
  const y = below + height <= high - 4 ? below : above >= 4 ? above : Math.max(4, high - height - 4)
  node.style.left = `${Math.max(4, Math.min(x, wide - width - 4))}px`
  node.style.top = `${y}px`
}

/** Hide a floating element; true if it was to be seen. */
export function sink(node) {
  if (node.hidden) return false
  if (node.hidePopover && node.matches(":popover-open")) node.hidePopover()
  node.hidden = true
  return true
}

/** Where a mark is on the screen, as far as it lies within the plot. */
export function screenRect(mark, state) {
  const rect = (mark.querySelector(".hit") ?? mark).getBoundingClientRect()
  const plot = state.parts.plot.getBoundingClientRect()
  const left = Math.max(rect.left, plot.left + state.size.left), right = Math.min(rect.right, plot.left + state.size.right)
  return { left, right: Math.max(right, left), top: rect.top, bottom: rect.bottom }
}
