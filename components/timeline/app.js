// The timeline within the app: its data from the server, and which event is open from beside them.
import { announce, apartNow, expect, onOpened, openNow } from "../opened.js"
import { chartOf, hold, holdWholeSoon, onAhead, unpacked } from "../ahead.js"
import { counting } from "./counting.js"
import { unpackMarks } from "./packed.js"

const LATER = 150 // milliseconds
const instances = new WeakMap()

/** Draw what Streamlit hands over, by `mountTimeline`; returns what ends it. */
export async function drawTimeline(component, mountTimeline) {
  const { parentElement, setTriggerValue } = component
  // The app may only name a chart that the browser fetches itself.
  const data = "at" in component.data ? await chartOf(component.data) : component.data
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
  if (data) take(instance, root, data, handlers, mountTimeline)
  return () => {
    instances.get(parentElement)?.end()
    instances.get(parentElement)?.timeline?.destroy()
    instances.delete(parentElement)
  }
}

// Which event is open comes from beside the data, so that a click doesn't send them again.
function take(instance, root, data, handlers, mountTimeline) {
  if (data.tag) hold(data)
  if (data.tag && instance.timeline && instance.root === root && instance.data.tag === data.tag) return
  instance.data = { ...unpacked(data), selected: openNow() }
  if (data.tag) holdWholeSoon(data)
  const marks = apartNow(data.asked)
  if (marks) instance.data.apart = unpackMarks(marks)
  if (instance.timeline && instance.root === root) return instance.timeline.update(instance.data, handlers)
  instance.end()
  instance.timeline?.destroy()
  instance.root = root
  instance.timeline = mountTimeline(root, instance.data, handlers)
  const ends = [onAhead(data => take(instance, root, data, handlers, mountTimeline)), onOpened(id => {
    const marks = apartNow(instance.data.asked)
    // Data with another mark are read anew, which takes its time: what shows the choice comes first.
    if (marks) return setTimeout(() => stand(instance, id, marks), instance.timeline.has(id) ? LATER : 0)
    if (id === null && instance.data.apart.length) instance.data = { ...instance.data, apart: [] }
    instance.data.selected = id
    instance.timeline.update(instance.data)
  })]
  instance.end = () => ends.forEach(end => end())
}

function stand(instance, id, marks) {
  if (openNow() !== id || !instance.root.isConnected) return
  instance.data = { ...instance.data, apart: unpackMarks(marks) }
  instance.timeline.update(instance.data)
}
