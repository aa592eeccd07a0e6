// A button that opens a panel below it: a native popover, closed by Escape and by a click elsewhere.

const WIDEST = 336

/** Have a button open a panel; the panel is placed below it, inside the window. */
export function attachPanel(button, panel) {
  button.onclick = () => { if (panel.togglePopover()) panel.querySelector("input, a, button")?.focus() }
  panel.onbeforetoggle = event => {
    if (event.newState !== "open") return
    const place = button.getBoundingClientRect()
    panel.style.left = `${Math.max(8, Math.min(place.left, innerWidth - WIDEST))}px`
    panel.style.top = `${place.bottom + 6}px`
    panel.style.maxHeight = `${Math.max(160, innerHeight - place.bottom - 24)}px`
  }
  panel.ontoggle = event => {
    button.setAttribute("aria-expanded", event.newState === "open")
    if (event.newState === "closed" && !panel.getRootNode().activeElement) button.focus()
  }
  panel.onkeydown = event => {
    if (event.key !== "Escape") return
    event.preventDefault()
    event.stopPropagation()
    panel.hidePopover()
    button.focus()
  }
  button.setAttribute("aria-expanded", "false")
  addEventListener("scroll", () => panel.matches(":popover-open") && panel.hidePopover(), { passive: true })
}
