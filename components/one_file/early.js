// The timeline before all else: drawn while the page's text still comes, from data of its own.
import { partRoot } from "../part.js"
import { drawChart } from "../timeline/chart.js"
import { unpackMarks } from "../timeline/packed.js"
import { readParams } from "./address.js"
import { chartView } from "./chart_view.js"

const UNFILTERED = { lanes: "theme", from: "", to: "" }

const held = JSON.parse(document.getElementById("early").textContent)
globalThis.SHEETS = held.sheets // what the rest of the page brings is added to both
globalThis.DATA = held.data

/** Every mark, each an object that the rest of the page adds to. */
export const marks = unpackMarks(DATA.marks)

/** The root of the timeline, and the chart in it; none where the address asks for something else. */
export const early = { root: partRoot(document.getElementById("chart"), ["timeline"]), chart: undefined }

const params = readParams()
const event = params.get("event") ?? ""
if ([...params.keys()].every(name => ["event", "v"].includes(name)) && marks.length) draw()

function draw() {
  document.getElementById("timeline").classList.add("shown")
  document.documentElement.dataset.screen = "timeline"
  early.chart = drawChart(early.root, chartView({ ...DATA, marks }, [...marks.keys()], { ...UNFILTERED, event }))
}
