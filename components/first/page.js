// What the page itself holds: the data of the first picture, the app that is to start once that is
// on screen, and the theme that a reader has chosen.

const AT_LATEST = 300 // milliseconds, where no frame is drawn since the page is not seen

/** The data in the page; null where there is none that can be read. */
export const readData = () => readHeld("first-data")

function readHeld(id) {
  try {
    return JSON.parse(document.getElementById(id).textContent)
  } catch {
    return null
  }
}

/** Start the app when the next frame is on screen: its scripts take the browser's time as soon as they are named. */
export function startApp() {
  const { app, soon } = readHeld("first-app") ?? {}
  onScreen(() => {
    for (const href of soon ?? []) addToHead("link", { rel: "modulepreload", crossOrigin: "", href })
    if (app) addToHead("script", { type: "module", crossOrigin: "", src: app })
  })
}

/** Do something once, when the next frame is on screen. */
export function onScreen(start) {
  let timer = 0
  const once = () => { clearTimeout(timer); if (timer) start(); timer = 0 }
  timer = setTimeout(once, AT_LATEST)
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)))
}

function addToHead(tag, props) {
  document.head.append(Object.assign(document.createElement(tag), props))
}

/** "light" or "dark" where this reader has chosen one in the app's menu before; else null. */
export function chosenScheme() {
  try {
    const key = Object.keys(localStorage).find(name => name.startsWith(`stActiveTheme-${location.pathname}-v`))
    const name = String(JSON.parse(localStorage.getItem(key))?.name ?? "").toLowerCase()
    return name.includes("dark") ? "dark" : name.includes("light") ? "light" : null
  } catch {
    return null
  }
}
