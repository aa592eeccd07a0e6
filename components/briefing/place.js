// Where the reader is: the address is the one place that knows, the screen only runs ahead of it.
import { addressParams } from "../dom.js"

/** The step that the address names, from 0; the first where it names none of `count`. */
export function stepInAddress(count) {
  const text = addressParams().get("step") ?? ""
  const step = /^\d{1,4}$/.test(text) ? Number(text) : 1
  return step >= 1 && step <= count ? step - 1 : 0
}

const SETTLED = 140

/** Tells the server of a step once the keys rest, so that a fast walk leaves one entry in history. */
export function makeTeller(tell) {
  let timer = 0
  const stop = () => clearTimeout(timer)
  return {
    stop,
    tell(step) {
      stop()
      timer = setTimeout(() => tell({ step: String(step + 1) }), SETTLED)
    },
  }
}

/** The line between the screen and the presenter's window of one briefing in this browser. */
export function makeLine(data, hear) {
  const name = `dossier-briefing ${data.briefing || data.steps.map(step => step.event).join(" ")}`
  const channel = new BroadcastChannel(`${location.host} ${name}`)
  channel.onmessage = event => hear(event.data)
  return { say: message => channel.postMessage(message), close: () => channel.close() }
}
