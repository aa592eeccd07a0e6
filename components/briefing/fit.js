// Type as large as the room allows: the words step down until nothing is cut, never below `u`.

const LEAST = 20, MOST = 44
const QUOTE = [2.7, 2.45, 2.2, 2, 1.85, 1.7, 1.55, 1.42, 1.3, 1.2, 1.1, 1]
// How the rest makes room, step by step, and how small the words may get before it does.
const LEVELS = [["", 1.55], ["tight", 1.3], ["fewer", 1.55], ["tight fewer", 1.1], ["tight tighter fewer", 1]]

/** The unit of all type on a stage, in pixels. */
export const unitOf = (width, height) => Math.min(Math.max(Math.min(width / 50, height / 37), LEAST), MOST)

/** Set the sizes of a stage so that its body holds its words; a phone scrolls instead. */
export function fit(stage) {
  const body = stage.querySelector(".step-body")
  const narrow = stage.clientWidth < 760
  stage.classList.toggle("narrow", narrow)
  stage.style.setProperty("--u", narrow ? "17px" : `${unitOf(stage.clientWidth, stage.clientHeight).toFixed(2)}px`)
  if (narrow) stage.dataset.level = ""
  if (!body || narrow) return stage.style.setProperty("--q", "1.45")
  for (const [level, least] of LEVELS) {
    stage.dataset.level = level
    if (largest(stage, body, QUOTE.filter(size => size >= least))) return
  }
}

function largest(stage, body, sizes) {
  for (const size of sizes) {
    stage.style.setProperty("--q", String(size))
    if (body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth) return true
  }
  return false
}
