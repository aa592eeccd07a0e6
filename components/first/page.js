// What the page itself holds: the data of the first picture, and the theme that a reader has chosen.

/** The data in the page; null where there is none that can be read. */
export function readData() {
  try {
    return JSON.parse(document.getElementById("first-data").textContent)
  } catch {
    return null
  }
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
