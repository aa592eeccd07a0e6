// A briefing over the page: the app's own stage with its keys, its step in the address after "#".
import { makeShow } from "../briefing/show.js"
import { el } from "../dom.js"
import { passageView } from "./views.js"

/** The stage; `show(name)` puts a briefing on it, "" takes it away. */
export function makeStage(data, root, addressOf, go) {
  const held = { name: "", show: null }
  const change = asked => {
    if ("leave" in asked) go({ event: asked.leave, step: "" })
    else go("briefing" in asked ? { screen: "briefing", step: "" } : asked)
  }
  return {
    show(name) {
      if (name === held.name) return
      held.show?.pause()
      held.name = name
      held.show = name ? makeShow(root, briefingView(data, name, addressOf), change) : null
      if (!name) root.replaceChildren()
      document.documentElement.classList.toggle("presenting", Boolean(name))
      for (const part of document.querySelectorAll("body > :is(header, main, footer, .skip)")) part.inert = Boolean(name)
    },
  }
}

function briefingView(data, name, addressOf) {
  const { label, steps } = data.briefings[name]
  const heard = places => places.map(at => passageView(data, data.passages[at]))
  return {
    briefing: name, label, alone: true, addressOf: event => addressOf({ event, step: null }).href,
    steps: steps.map(step => ({
      ...step, passages: heard(step.passages), other: step.other && { ...step.other, voices: heard(step.other.voices) },
    })),
  }
}

/** The host of the stage; it is there only with a script. */
export function stageHost() {
  const host = el("div", { id: "stage" })
  document.body.append(host)
  return host
}
