// Mouse, wheel and touch: drag pans, pinch and Ctrl + wheel zoom, a double click zooms in.

const SLOP = 5 // pixels before a press becomes a drag

/** Listen for pointers on the plot. */
export function listenGestures(state) {
  const { plot } = state.parts
  const on = (name, act, options) => plot.addEventListener(name, act, { signal: state.stop, ...options })
  const hand = { pointers: new Map(), moving: false }
  on("pointerdown", event => press(state, hand, event))
  on("pointermove", event => move(state, hand, event))
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) on(name, event => lift(state, hand, event))
  on("wheel", event => wheel(state, event), { passive: false })
  on("dblclick", event => {
    if (!event.target.closest(".mark, .label")) state.zoom(event.shiftKey ? 2 : 0.5, dayAt(state, event))
  })
  on("click", event => {
    if (!hand.dragged) return
    hand.dragged = false
    event.stopImmediatePropagation()
    event.preventDefault()
  }, { capture: true })
  on("dragstart", event => event.preventDefault())
}

const xOf = (state, event) => event.clientX - state.parts.plot.getBoundingClientRect().left
const dayAt = (state, event) => state.scale.day(xOf(state, event))

function press(state, hand, event) {
  if (event.pointerType === "mouse" && event.button !== 0) return
  hand.dragged = false
  const x = xOf(state, event)
  hand.pointers.set(event.pointerId, { x, from: x, day: state.scale.day(x) })
  if (hand.pointers.size === 2) for (const one of hand.pointers.values()) one.day = state.scale.day(one.x)
}

function move(state, hand, event) {
  const pointer = hand.pointers.get(event.pointerId)
  if (!pointer) return
  pointer.x = xOf(state, event)
  if (!hand.moving && hand.pointers.size === 1 && Math.abs(pointer.x - pointer.from) < SLOP) return
  if (!hand.moving) begin(state, hand, event)
  const [one, two] = hand.pointers.values()
  if (two) pinch(state, one, two)
  else pan(state, one)
}

function begin(state, hand, event) {
  hand.moving = true
  hand.dragged = true
  state.parts.plot.setPointerCapture(event.pointerId)
  state.root.classList.add("moving")
  state.hideTip()
  state.hold(true)
}

function pan(state, { x, day }) {
  const [t0, t1] = state.window
  const shift = Math.min(Math.max(day - state.scale.day(x), state.limits[0] - t0), state.limits[1] - t1)
  if (shift) state.moveTo([t0 + shift, t1 + shift], "now")
}

function pinch(state, one, two) {
  const { left, right } = state.scale
  const days = two.day - one.day, pixels = two.x - one.x
  if (Math.sign(days) !== Math.sign(pixels) || Math.abs(pixels) < 12 || !days) return
  const k = pixels / days
  const start = one.day - (one.x - left) / k
  state.moveTo(state.within([start, start + (right - left) / k]), "now")
}

function lift(state, hand, event) {
  if (!hand.pointers.delete(event.pointerId)) return
  for (const one of hand.pointers.values()) Object.assign(one, { from: one.x, day: state.scale.day(one.x) })
  if (hand.pointers.size || !hand.moving) return
  hand.moving = false
  state.root.classList.remove("moving")
  state.hold(false)
  state.render()
  // A drag that ends outside the plot brings no click; the next press must not be swallowed.
  setTimeout(() => { hand.dragged = false }, 0)
}

function wheel(state, event) {
  const { deltaX, deltaY } = event
  const step = event.deltaMode === 1 ? 16 : 1
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    const factor = Math.exp(Math.min(Math.max(deltaY * step, -60), 60) * 0.008)
    state.moveTo(state.zoomedBy(factor, dayAt(state, event)), "now")
  } else if (Math.abs(deltaX) > Math.abs(deltaY) || (event.shiftKey && deltaY)) {
    event.preventDefault()
    const by = ((deltaX || deltaY) * step) / state.scale.k
    state.moveTo(state.within([state.window[0] + by, state.window[1] + by]), "now")
  }
}
