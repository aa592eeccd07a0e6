// The address of a page without a server: what the app keeps after "?" stands after "#".

export const FILTERS = ["theme", "actor", "document", "status", "from", "to", "q"]
const PLACES = ["screen", "topic", "series", "check", "source", "event", "briefing"]

/** The parameters after "#"; a bare word is the name of a screen, as in #figures. */
export function readParams(hash = location.hash) {
  const text = hash.replace(/^#/, "")
  return new URLSearchParams(text && !text.includes("=") ? { screen: text } : text)
}

/** This page's address with parameters changed; whoever opens one thing leaves the place before. */
export function addressAfterHash(changes) {
  const params = readParams()
  const places = PLACES.filter(name => name in changes)
  if (places.length) for (const name of PLACES) params.delete(name)
  if ("event" in changes) params.delete("v") // the mark of a copied link is of that event only
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name)
    for (const one of [value].flat()) if (one !== null && one !== "") params.append(name, one)
  }
  if (params.get("screen") === "timeline") params.delete("screen")
  const url = new URL(location.href)
  url.hash = params.toString()
  return url
}

/** Go to an address: `step` makes it one that Back undoes. A frame that refuses keeps the view. */
export function goTo(url, step) {
  try {
    history[step ? "pushState" : "replaceState"](null, "", url.href)
  } catch {
    location.hash = url.hash
  }
}
