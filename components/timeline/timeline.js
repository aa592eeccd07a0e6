import { hello } from "./scale.js"
export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const root = parentElement.querySelector(".root")
  root.textContent = hello() + JSON.stringify(data)
  const b = document.createElement("button"); b.textContent = "open"
  b.onclick = () => setTriggerValue("open", "x" + Math.round(performance.now()))
  root.append(b)
}
