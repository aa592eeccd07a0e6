// A step's numbers as bars from nought, each with an end as sure as its words, and their scale.
import { svg } from "../timeline/svg.js"

const ROOM = 92 // per cent of the width for the scale; the rest is for arrows and the last number
const percent = part => `${(part * ROOM).toFixed(2)}%`

const SIGNS = { "up to": "M-7 -3H0V21H-7", "at least": "M0 9H24M15 2L25 9L15 16" } // in pixels

/** One number: a sharp end, a soft one, an open range that a bracket closes, or an arrow. */
export function drawBar({ manner, firm, end, unit }, name) {
  const body = svg("rect", { class: manner === "up to" ? "open" : "firm", width: percent(firm), height: "100%" })
  const picture = svg("svg", { class: `amount unit-${unit % 3}`, "aria-hidden": "true" }, body)
  if (manner === "about") picture.append(fade(name), svg("rect", { fill: `url(#${name})`, x: percent(firm), width: percent(end - firm), height: "100%" }))
  if (SIGNS[manner]) picture.append(svg("svg", { x: percent(end), class: "sign" }, svg("path", { d: SIGNS[manner] })))
  return picture
}

function fade(name) {
  const stops = [[0, 1], [0.5, 0.62], [1, 0]].map(([offset, opacity]) => svg("stop", { offset, "stop-opacity": opacity }))
  return svg("linearGradient", { id: name }, ...stops)
}

/** The scale under the bars: a line with its ticks, its ends named, and its middle where there is one. */
export function drawScale(scale) {
  const last = scale.length - 1
  const picture = svg("svg", { class: "scale", "aria-hidden": "true" }, svg("line", { x2: percent(1), y1: 1, y2: 1 }))
  scale.forEach(([part, words], index) => {
    const x = percent(part)
    picture.append(svg("line", { x1: x, x2: x, y1: 1, y2: 7 }))
    if (index % (last / (last % 2 ? 1 : 2))) return
    picture.append(svg("text", { x, y: "100%", dy: "-0.24em", "text-anchor": ["start", "middle", "end"][index && 1 + (index === last)] }, words))
  })
  return picture
}
