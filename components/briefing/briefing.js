// The Briefing screen. All steps arrive at once: moving on asks nobody, the address follows.
import { makeNotes } from "./notes_window.js"
import { makeForm } from "./make.js"
import { makeShow } from "./show.js"
import { makeStart } from "./start.js"

const VIEWS = { start: makeStart, make: makeForm, steps: makeShow, notes: makeNotes }
const drawn = new WeakMap()

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  const go = change => setTriggerValue("go", change)
  const given = JSON.stringify(data)
  let view = drawn.get(parentElement)
  if (view?.given === given) view.resume(go)
  else {
    view?.pause()
    view = { ...VIEWS[data.view](root, data, go), given }
    drawn.set(parentElement, view)
  }
  return () => view.pause()
}
