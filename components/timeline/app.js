// The timeline within the app: its data from the server, and which event is open from beside them.
import { announce, expect, onOpened, openNow } from "../opened.js"
import { counting } from "./counting.js"
import { unpackTimeline } from "./packed.js"

const instances = new WeakMap()

/** Draw what Streamlit hands over, by `mountTimeline`; returns what ends it. */
export function drawTimeline(component, mountTimeline) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  const handlers = {
    open: id => { announce(id); setTriggerValue("open", id ?? "") },
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
  if (instance.timeline && instance.root === root) return instance.timeline.update(instance.data, handlers)
  instance.end()
  instance.timeline?.destroy()
  instance.root = root
  instance.timeline = mountTimeline(root, instance.data, handlers)
  instance.end = onOpened(id => { instance.data.selected = id; instance.timeline.update(instance.data) })
}
