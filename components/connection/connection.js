// The line to the server: says quietly when it is lost, and makes good what was asked meanwhile.
//
// Streamlit's page connects again by itself, but it drops what was asked on a dead line, shows a
// dialog over the whole page, and does not look again at what a new server has to show. All that
// matters is in the address, so here the page waits, asks again, and loads anew where the server
// speaks of newer screens.
const STATES = ["data-test-connection-state", "data-test-script-state"]
const OWN_VERSION = /\/assets\/([0-9a-f]+)\//.exec(import.meta.url)?.[1]
const NOTICE_AFTER = 1200 // milliseconds; shorter gaps are nobody's business
const ANSWERED_BY = 15_000 // milliseconds; what was asked longer ago on a good line was answered
const MOST_ASKED = 20
const OWN_FILE = "dossier-own-file"
const WORDS = "The connection is lost. What you see and what you choose is kept; the page comes back by itself."

let asked = [] // what the server has not answered yet: { send, at, wasRunning }
let lookAgain = null // asks for the same view once more
let isLost = false
let timer = 0

const app = () => document.querySelector('[data-testid="stApp"]')
const isConnected = () => app()?.getAttribute(STATES[0]) === "CONNECTED"
const isIdle = () => app()?.getAttribute(STATES[1]) === "notRunning"

/** What a component gets, with its messages kept until the server has answered them. */
export function keeping(component) {
  return { ...component, setTriggerValue: (name, value) => ask(() => component.setTriggerValue(name, value)) }
}

/** Mounted on every page: knows how to ask for the same view again, and what was shown before. */
export default function (component) {
  lookAgain = () => component.setTriggerValue("again", Date.now())
  rememberOwn(component)
}

/** A file of the reader's own is in the server's memory alone: a new session knows nothing of it. */
function rememberOwn({ data, setTriggerValue }) {
  try {
    if (data?.own === "shown") sessionStorage.setItem(OWN_FILE, "shown")
    else if (sessionStorage.getItem(OWN_FILE)) {
      sessionStorage.removeItem(OWN_FILE)
      if (!data?.own) setTriggerValue("gone", Date.now())
    }
  } catch { // a browser that keeps nothing can't be reminded
  }
}

function ask(send) {
  asked = [...asked.slice(-MOST_ASKED), { send, at: Date.now(), wasRunning: false }]
  if (isConnected()) send()
}

function changed(records = []) {
  if (!app()) return
  if (!isConnected()) return isLost || lost()
  if (isLost) return found()
  // A short run is over before one hears that it began: then only the old values tell of it.
  const wasRunning = records.some(each => each.attributeName === STATES[1] && each.oldValue === "running")
  if (!isIdle() || wasRunning) for (const each of asked) each.wasRunning = true
  if (isIdle()) asked = asked.filter(each => !each.wasRunning)
}

function lost() {
  isLost = true
  // What the server was working on is not answered either.
  asked = asked.filter(each => Date.now() - each.at < ANSWERED_BY)
  for (const each of asked) each.wasRunning = false
  timer = setTimeout(() => show(WORDS), NOTICE_AFTER)
  document.documentElement.dataset.connection = "lost"
}

async function found() {
  isLost = false
  clearTimeout(timer)
  show("")
  delete document.documentElement.dataset.connection
  const kept = asked.map(each => () => ask(each.send))
  asked = []
  // A server that has not met this page hears nothing that is asked before it has drawn it once.
  for (const again of [lookAgain, ...kept]) {
    if (again) await answered(again)
  }
  if (!isLost && await isOlder()) location.reload()
}

/** Ask, and wait until the server has run for it, or the line is lost once more. */
async function answered(again) {
  again()
  const mine = asked.at(-1)
  const ends = Date.now() + ANSWERED_BY
  while (asked.includes(mine) && !isLost && Date.now() < ends) await new Promise(next => setTimeout(next, 50))
}

/** Whether the server has newer screens than this page; one that can't say has none. */
async function isOlder() {
  try {
    const answer = await fetch(new URL("ready", document.baseURI), { cache: "no-store" })
    const { version } = await answer.json()
    return Boolean(OWN_VERSION && version && version !== OWN_VERSION)
  } catch {
    return false
  }
}

function show(words) {
  let notice = document.querySelector("#dossier-connection")
  if (!notice && words) {
    notice = document.createElement("p")
    notice.id = "dossier-connection"
    notice.setAttribute("role", "status")
    document.body.append(notice)
    // Read out only what changes in a region that is there already.
    requestAnimationFrame(() => { notice.textContent = isLost ? words : "" })
  } else if (notice) {
    notice.textContent = words
  }
}

/** Streamlit's dialog about the lost line says what the notice says, over everything. */
function closeDialog() {
  if (!isLost) return
  const dialog = document.querySelector('[data-testid="stDialog"]')
  dialog?.querySelector('button[aria-label="Close"]')?.click()
}

new MutationObserver(changed).observe(document.documentElement, {
  subtree: true, attributes: true, attributeOldValue: true, attributeFilter: STATES,
})
// Who goes back or forward takes back what was asked before.
window.addEventListener("popstate", () => { asked = [] })
new MutationObserver(closeDialog).observe(document.body, { childList: true })
changed()
