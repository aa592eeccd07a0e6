// Bring a reader who arrives with an address to the place it names, once the page has grown.

import { copyText } from "../dom.js"

const COPIED = 1600
const PATIENCE = 6000 // ms in which charts above may still change their height

export default function arrive({ data, parentElement }) {
  const anchor = decoded(location.hash.slice(1)) || data.anchor
  const root = parentElement.querySelector(".root")
  copyOnClick()
  if (!anchor || root.dataset.arrived === anchor) return
  root.dataset.arrived = anchor
  let stopped = false
  const stop = () => { stopped = true }
  const signs = ["wheel", "touchstart", "keydown", "pointerdown"]
  for (const sign of signs) addEventListener(sign, stop, { once: true, passive: true })
  const until = performance.now() + PATIENCE
  let last = null
  const look = () => {
    if (stopped || performance.now() > until) return
    const place = document.getElementById(anchor)
    if (place) {
      const top = place.getBoundingClientRect().top
      if (last === null || Math.abs(top - last) > 2) {
        place.scrollIntoView({ block: "start" })
        if (last === null) place.focus({ preventScroll: true })
        last = place.getBoundingClientRect().top
      }
    }
    setTimeout(look, 120)
  }
  look()
  return stop
}

/** Links to places on this page copy their address; with a key held they are followed as usual. */
function copyOnClick() {
  if (document.documentElement.dataset.copiesAnchors) return
  document.documentElement.dataset.copiesAnchors = ""
  document.addEventListener("click", async event => {
    const link = event.target.closest?.("a.anchor")
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    await copyText(addressOf(link))
    const words = link.textContent
    link.textContent = "Copied"
    setTimeout(() => { if (link.textContent === "Copied") link.textContent = words === "Copied" ? "Copy link" : words }, COPIED)
  }, { capture: true })
}

/** Where a link leads, without what shows the page in a frame. */
function addressOf(link) {
  const url = new URL(link.getAttribute("href"), location.href)
  for (const name of ["embed", "embed_options"]) url.searchParams.delete(name)
  return url.href
}

function decoded(text) {
  try { return decodeURIComponent(text) } catch { return text }
}
