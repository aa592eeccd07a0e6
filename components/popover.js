// A button that opens a panel beside it: a native popover, closed by Escape and by a click elsewhere.

const WIDEST = 336, WIDER = 476, ENOUGH = 300 // pixels

/** Have a button open a panel, below it, or above it where there is more room. */
export function attachPanel(button, panel) {
  button.onclick = () => { if (panel.togglePopover()) panel.querySelector("input, a, button")?.focus() }
  panel.onbeforetoggle = event => {
    if (event.newState !== "open") return
    const place = button.getBoundingClientRect()
    panel.style.left = `${Math.max(8, Math.min(place.left, innerWidth - (panel.matches(".wide") ? WIDER : WIDEST)))}px`
    const below = innerHeight - place.bottom - 24, above = place.top - 24
    const isAbove = below < ENOUGH && above > below
    panel.style.top = isAbove ? "auto" : `${place.bottom + 6}px`
    panel.style.bottom = isAbove ? `${innerHeight - place.top + 6}px` : "auto"
    panel.style.maxHeight = `${Math.max(160, isAbove ? above : below)}px`
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
