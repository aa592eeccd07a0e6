// Type as large as the room allows: the words step down until nothing is cut, never below `u`.

const LEAST = 20, MOST = 44
const QUOTE = [2.7, 2.45, 2.2, 2, 1.85, 1.7, 1.55, 1.42, 1.3, 1.2, 1.1, 1]
const TIGHTER = ["", "tight", "tight tighter", "tight tighter tightest"]

/** The unit of all type on a stage, in pixels. */
export const unitOf = (width, height) => Math.min(Math.max(Math.min(width / 50, height / 37), LEAST), MOST)

/** Set the sizes of a stage so that its body holds its words; a phone scrolls instead. */
export function fit(stage) {
  const body = stage.querySelector(".step-body")
  const narrow = stage.clientWidth < 760
  stage.classList.toggle("narrow", narrow)
  stage.style.setProperty("--u", narrow ? "17px" : `${unitOf(stage.clientWidth, stage.clientHeight).toFixed(2)}px`)
  if (!body || narrow) return stage.style.setProperty("--q", "1.45")
  for (const level of TIGHTER) {
    body.dataset.level = level
    stage.dataset.level = level
    const size = largest(stage, body, level ? QUOTE.slice(4) : QUOTE.filter(q => q >= 1.3))
    if (size) return
  }
}

function largest(stage, body, sizes) {
  for (const size of sizes) {
    stage.style.setProperty("--q", String(size))
    if (body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1) return size
  }
  return 0
}
