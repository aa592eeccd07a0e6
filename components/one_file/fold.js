// Text as search compares it: the rules of dossier/selecting/search.py, sign for sign.

const MAX_WORDS = 12
const MAX_WORD_LENGTH = 60

const ALIKE = new Map([["æ", "ae"], ["ø", "o"], ["œ", "oe"], ["ł", "l"], ["đ", "d"], ["ð", "d"],
  ["þ", "th"], ["ı", "i"], ...[..."‘’‚‛´\u0060′"].map(sign => [sign, "'"]),
  ...[..."“”„‟«»″"].map(sign => [sign, '"']), ...[..."‐‑‒–—―−"].map(sign => [sign, "-"])])

const alike = text => Array.from(text, sign => ALIKE.get(sign) ?? sign).join("")
const caseless = text => text.toUpperCase().toLowerCase().replaceAll("ς", "σ")

/** The text without case, accents, invisible signs and white space. */
export function searchable(text) {
  if (/[^\0-\x7f]/.test(text)) {
    const folded = alike(caseless(alike(text).normalize("NFKD")))
    text = Array.from(folded.normalize("NFKD")).filter(isSeen).join("")
  }
  return text.toLowerCase().replaceAll("ς", "σ").replace(/[\s\x1c-\x1f\x85]+/g, "")
}

const isSeen = sign => !/[\p{Cf}\p{Cs}]/u.test(sign) && !(/\p{M}/u.test(sign) && isCombining(sign))

// A sign combines (its class is not 0) if and only if it changes places with another that does.
function isCombining(sign) {
  const after = `a${sign}\u0334`, before = `a\u0345${sign}`
  return after.normalize("NFD") !== after || before.normalize("NFD") !== before
}

/** The distinct folded words of a query. */
export function queryWords(query) {
  const words = query.split(/[\s\x1c-\x1f\x85]+/).map(word => Array.from(searchable(word)).slice(0, MAX_WORD_LENGTH).join(""))
  return [...new Set(words.filter(Boolean))].slice(0, MAX_WORDS)
}

/** Several texts as one that folded words are looked for in. */
export function folded(texts) {
  return texts.join(" ").split(/[\s\x1c-\x1f\x85]+/).map(searchable).join(" ")
}
