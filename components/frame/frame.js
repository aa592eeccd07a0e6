// In a frame on another page: tell that page how high this one is, so that the frame can fit.
// The message holds a number and nothing else; the snippet that embeds us listens for it.
const watching = new WeakMap()

export default function (component) {
  const { parentElement } = component
  if (parent === window || watching.has(parentElement)) return undefined
  const content = document.querySelector('[data-testid="stMainBlockContainer"]')
  if (!content) return undefined
  const tell = () => parent.postMessage({ dossierHeight: Math.ceil(content.getBoundingClientRect().height) }, "*")
  const observer = new ResizeObserver(tell)
  observer.observe(content)
  watching.set(parentElement, observer)
  return () => { observer.disconnect(); watching.delete(parentElement) }
}
