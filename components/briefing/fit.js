// Type as large as the room allows: the words step down until nothing is cut, never below the unit.

const LEAST = 20, MOST = 44 // the unit of all type, in pixels
const NARROW = 760, MIDDLING = 1200
const WORDS = [2.7, 2.45, 2.2, 2, 1.85, 1.7, 1.55, 1.42, 1.3, 1.2, 1.1, 1] // in units
const VOICES = [1.45, 1.3, 1.2, 1.1, 1]
// How the rest makes room, step by step, and how small the words may get before it does.
const LEVELS = [["", 1.42], ["tight", 1.3], ["fewer", 1.3], ["tight fewer", 1.1], ["tight tighter fewer", 1]]
const LAST = [["tight tighter fewer brief", 1], ["tight tighter fewer brief one", 1]]
const UNITS = [1, 0.92, 0.85, 0.78] // all type gets smaller before a sum loses its arithmetic

/** The unit of all type on a stage, in pixels. */
export const unitOf = (width, height) => Math.min(Math.max(Math.min(width / 50, height / 34), LEAST), MOST)

/** Set the sizes of a stage so that its body holds its words; a phone scrolls instead. */
export function fit(stage) {
  const body = stage.querySelector(".step-body")
  const { clientWidth: width, clientHeight: height } = stage
  const narrow = width < NARROW
  stage.classList.toggle("narrow", narrow)
  stage.classList.toggle("middling", !narrow && width < MIDDLING)
  if (narrow) return settle(stage, "", 1.45, 1.15, 17)
  const unit = unitOf(width, height)
  stage.style.setProperty("--edge", `${unit.toFixed(2)}px`)
  const ways = UNITS.flatMap(part => LEVELS.map(level => [...level, Math.max(unit * part, LEAST)]))
  for (const [level, least, type] of [...ways, ...LAST.map(level => [...level, ways.at(-1)[2]])]) {
    settle(stage, level, least, 1, type)
    if (!holds(body)) continue
    grow(stage, body, "--q", WORDS, least)
    grow(stage, body, "--v", VOICES, 1)
    break
  }
  // What still has to be scrolled can be scrolled with the keyboard.
  if (holds(body)) body.removeAttribute("tabindex")
  else body.tabIndex = 0
}

function settle(stage, level, words, voices, unit) {
  stage.dataset.level = level
  stage.style.setProperty("--u", `${unit.toFixed(2)}px`)
  stage.style.setProperty("--q", String(words))
  stage.style.setProperty("--v", String(voices))
}

function grow(stage, body, name, sizes, least) {
  for (const size of sizes) {
    stage.style.setProperty(name, String(size))
    if (size <= least || holds(body)) return
  }
}

const holds = body => body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth
