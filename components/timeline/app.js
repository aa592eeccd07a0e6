// The timeline within the app: its data from the server, and which event is open from beside them.
import { announce, apartNow, expect, onOpened, openNow } from "../opened.js"
import { counting } from "./counting.js"
import { unpackMarks, unpackTimeline } from "./packed.js"

const LATER = 150 // milliseconds
const instances = new WeakMap()

/** Draw what Streamlit hands over, by `mountTimeline`; returns what ends it. */
export function drawTimeline(component, mountTimeline) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  const handlers = {
    open: announce,
    hint: expect,
    go: change => setTriggerValue("go", change),
    window: window => { setTriggerValue("window", window); return null },
    counting,
  }
  // The platform's header lies over the scrolling page; the axis sticks below it.
  const header = document.querySelector('[data-testid="stHeader"]')?.getBoundingClientRect().height ?? 0
  root.style.setProperty("--timeline-top", `${header}px`)
  const instance = instances.get(parentElement) ?? { timeline: null, end: () => {} }
  instances.set(parentElement, instance)
  take(instance, root, data, handlers, mountTimeline)
  return () => {
    instances.get(parentElement)?.end()
    instances.get(parentElement)?.timeline?.destroy()
    instances.delete(parentElement)
  }
}

// Which event is open comes from beside the data, so that a click doesn't send them again.
function take(instance, root, data, handlers, mountTimeline) {
  instance.data = { ...unpackTimeline(data), selected: openNow() }
  const marks = apartNow(data.asked)
  if (marks) instance.data.apart = unpackMarks(marks)
  if (instance.timeline && instance.root === root) return instance.timeline.update(instance.data, handlers)
  instance.end()
  instance.timeline?.destroy()
  instance.root = root
  instance.timeline = mountTimeline(root, instance.data, handlers)
  instance.end = onOpened(id => {
    const marks = apartNow(instance.data.asked)
    // Data with another mark are read anew, which takes its time: what shows the choice comes first.
    if (marks) return setTimeout(() => stand(instance, id, marks), instance.timeline.has(id) ? LATER : 0)
    if (id === null && instance.data.apart.length) instance.data = { ...instance.data, apart: [] }
    instance.data.selected = id
    instance.timeline.update(instance.data)
  })
}

function stand(instance, id, marks) {
  if (openNow() !== id || !instance.root.isConnected) return
  instance.data = { ...instance.data, apart: unpackMarks(marks) }
  instance.timeline.update(instance.data)
}
