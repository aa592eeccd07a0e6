// The passages side by side: one topic at a time, chosen from a list or, where it is narrow, a menu.
import { el } from "../dom.js"

/** Make the list of topics choose; gives `open(id)`, which shows one, the first for "". */
export function mountTopics(go) {
  const list = document.querySelector("nav.topics")
  if (!list) return () => {}
  const links = [...list.querySelectorAll("a")]
  const ids = links.map(link => decodeURIComponent(link.getAttribute("href").slice("#topic=".length)))
  const menu = el("select", { "aria-label": "Topic", onchange: () => go({ topic: menu.value }) }, groups(list, ids))
  const steps = el("nav", { class: "steps", "aria-label": "Topics in order" })
  list.before(el("label", { class: "menu" }, "Topic", menu))
  document.querySelector(".passages").append(steps)
  return asked => {
    const at = Math.max(0, ids.indexOf(asked))
    ids.forEach((id, i) => {
      document.getElementById(`topic=${id}`)?.classList.toggle("open", i === at)
      links[i].toggleAttribute("aria-current", i === at)
    })
    menu.value = ids[at]
    steps.replaceChildren(step(ids[at - 1], "← Previous topic"), step(ids[at + 1], "Next topic →"))
    bringInto(list, links[at])
  }
}

function groups(list, ids) {
  let at = 0
  return [...list.querySelectorAll("section")].map(section => el("optgroup", { label: section.querySelector(".relation").lastChild.textContent },
    [...section.querySelectorAll("a")].map(link => el("option", { value: ids[at++] }, link.textContent))))
}

const step = (id, words) => (id ? el("a", { href: `#topic=${encodeURIComponent(id)}` }, words) : el("span", { class: "muted" }, words))

// Scrolls the list itself and never the page.
function bringInto(list, link) {
  const top = link.offsetTop - list.offsetTop
  if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 40) list.scrollTop = Math.max(0, top - 80)
}
