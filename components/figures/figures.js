// Bring a reader who arrives with an address to the place it names, once the page has grown.

const PATIENCE = 6000 // ms in which charts above may still change their height

export default function arrive({ data, parentElement }) {
  const anchor = decoded(location.hash.slice(1)) || data.anchor
  const root = parentElement.querySelector(".root")
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

function decoded(text) {
  try { return decodeURIComponent(text) } catch { return text }
}
