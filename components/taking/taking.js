// Hands out a file that has just been made: presses its button, once for each file.
const BUTTON = ".st-key-taken button", PATIENCE = 600 // frames until its button must be there
let given = ""

export default function ({ data }) {
  let waiting = 0
  const press = left => {
    const button = document.querySelector(BUTTON)
    if (given === data.file || !left) return
    if (!button) return void (waiting = requestAnimationFrame(() => press(left - 1)))
    given = data.file
    button.click()
  }
  press(PATIENCE)
  return () => cancelAnimationFrame(waiting)
}
