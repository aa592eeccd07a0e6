// Keys, clickers and swipes. Heard on the whole document, so that nothing need be clicked first.

export const KEYS = [
  ["→  Page Down  Space", "next step", ["ArrowRight", "PageDown", " "], "next"],
  ["←  Page Up", "step before", ["ArrowLeft", "PageUp"], "back"],
  ["Home  End", "first, last step", [], ""],
  ["O", "overview of all steps", ["o", "O"], "overview"],
  ["N", "speaker’s notes", ["n", "N"], "notes"],
  ["B", "blank the screen", ["b", "B"], "blank"],
  ["F", "full screen", ["f", "F"], "full"],
  ["Esc", "close, then leave", ["Escape"], "leave"],
  ["?", "these keys", ["?"], "keys"],
]
const ACTIONS = { Home: "first", End: "last" }
for (const [, , keys, action] of KEYS) for (const key of keys) ACTIONS[key] = action

const FIELDS = "input, textarea, select, [contenteditable=''], [contenteditable=true], [role=combobox], [role=slider]"
const PRESSED = "button, a[href], summary, [role=button]"

/** Hear keys until the returned function is called; `act(action)` says whether it used one. */
export function hearKeys(root, act) {
  const press = event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const action = event.key === " " && event.shiftKey ? "back" : ACTIONS[event.key]
    if (action && !belongsElsewhere(event, root) && act(action, event)) event.preventDefault()
  }
  document.addEventListener("keydown", press)
  return () => document.removeEventListener("keydown", press)
}

/** A field keeps its keys, a button its space bar, and another component all of them. */
function belongsElsewhere(event, root) {
  const target = event.composedPath()[0]
  if (!(target instanceof Element)) return false
  if (target.closest(FIELDS)) return true
  if (event.key === " " && target.closest(PRESSED)) return true
  const home = target.getRootNode()
  return home instanceof ShadowRoot && home !== root.getRootNode()
}

const FAR = 48

/** A swipe to either side moves a step; up and down scroll. */
export function hearSwipes(stage, act) {
  let start = null
  stage.addEventListener("touchstart", event => {
    start = event.touches.length === 1 ? event.touches[0] : null
  }, { passive: true })
  stage.addEventListener("touchend", event => {
    if (!start) return
    const end = event.changedTouches[0]
    const dx = end.clientX - start.clientX, dy = end.clientY - start.clientY
    start = null
    if (Math.abs(dx) > FAR && Math.abs(dx) > 1.6 * Math.abs(dy)) act(dx < 0 ? "next" : "back")
  }, { passive: true })
}
