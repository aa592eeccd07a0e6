// The passages side by side: one topic at a time, chosen from a list or, where it is narrow, a menu.
// The page names who speaks on each topic; the words come from the record of events.
import { el } from "../dom.js"

const ID = "topic="
const WIDEST = 3 // columns in a row

/** Make the topics choosable; gives {open(id), drawAll()}: show one, the first for "", or fill all. */
export function mountTopics(data, go) {
  const side = document.querySelector(".side")
  if (!side) return { open() {}, drawAll() {} }
  const articles = data.comparisons.map(({ id }) => document.getElementById(ID + id))
  const list = el("nav", { class: "topic-list", "aria-label": "Topics", tabindex: 0 }, [...side.querySelectorAll(".topics")].map(listOf))
  const links = [...list.querySelectorAll("a")]
  const menu = el("select", { onchange: () => go({ topic: menu.value }) }, data.comparisons.map(({ id, topic }) => el("option", { value: id }, topic)))
  const steps = el("nav", { class: "steps", "aria-label": "Topics in order" })
  const groups = [...side.querySelectorAll(".topics")]
  const shelf = el("div", { class: "reading" }, list, el("div", {}, groups, steps))
  side.append(el("label", { class: "menu" }, "Topic", menu), shelf)
  const draw = at => drawTopic(data, data.comparisons[at], articles[at])
  return {
    drawAll: () => articles.forEach((_, at) => draw(at)),
    open(asked) {
      const at = Math.max(0, data.comparisons.findIndex(({ id }) => id === asked))
      draw(at)
      articles.forEach((article, i) => article.classList.toggle("open", i === at))
      links.forEach((link, i) => link.toggleAttribute("aria-current", i === at))
      for (const group of groups) group.classList.toggle("open", group.contains(articles[at]))
      menu.value = data.comparisons[at].id
      const step = (to, words) => data.comparisons[to] ? el("a", { href: hashOf(data.comparisons[to].id) }, words) : el("span", { class: "muted" }, words)
      steps.replaceChildren(step(at - 1, "← Previous topic"), el("span", { class: "muted" }, `${at + 1} of ${articles.length}`), step(at + 1, "Next topic →"))
      bringInto(list, links[at])
    },
  }
}

const hashOf = id => `#${ID}${encodeURIComponent(id)}`

function listOf(group) {
  const articles = [...group.querySelectorAll("article")]
  return el("section", {}, el("h4", {}, group.querySelector("h3").firstChild.cloneNode(true), el("span", { class: "n" }, String(articles.length))),
    el("ul", {}, articles.map(article => el("li", {}, el("a", { href: hashOf(article.id.slice(ID.length)) }, article.querySelector("h4").textContent)))))
}

/** Put the words under those who speak them; what the others don't have is marked. */
function drawTopic(data, { places, cuts }, article) {
  const list = article.querySelector("ul")
  if (!list) return
  const columns = [...list.children].map((voice, at) => column(data, data.passages[places[at]], cuts[at], voice))
  list.replaceWith(el("div", { class: `columns of-${Math.min(columns.length, WIDEST)}` }, columns))
}

function column(data, { exact, of, note }, cuts, voice) {
  const { id, title, kind } = data.documents[of] ?? { title: of, kind: "" }
  const [speaker, when] = [voice.querySelector("b"), voice.querySelector("a")]
  const named = id ? el("a", { href: `#source=${encodeURIComponent(id)}` }, title) : title
  return el("figure", {}, el("figcaption", {}, speaker, named, kind && ` (${kind})`),
    el("blockquote", {}, quoted(exact, cuts)),
    el("div", { class: "behind" }, note && el("p", { class: "note" }, note), when && el("p", { class: "events" }, "On the timeline: ", when)))
}

function quoted(exact, cuts) {
  let from = 0
  const pieces = cuts.map((length, at) => {
    const text = exact.slice(from, from += length)
    return at % 2 ? marked(text) : text
  })
  return /["“”„]/.test(exact) ? pieces : ["“", pieces, "”"]
}

/** The mark leaves out the spaces around the words, so that underlines do not run on. */
function marked(text) {
  const [, before, words, after] = text.match(/^(\s*)(.*?)(\s*)$/s)
  return [before, words && el("mark", {}, words), after]
}

// Scrolls the list itself and never the page.
function bringInto(list, link) {
  const top = link.offsetTop - list.offsetTop
  if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 40) list.scrollTop = Math.max(0, top - 80)
}
