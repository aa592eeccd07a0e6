// An event to paste: claim, who says so, exact words, receipts; as dossier/views/citations.py puts it.

const CLAIMED = "claimed"

/** The plain text, without the address. */
export function citationText(data, mark) {
  const known = data.known?.[data.place.get(mark.id)]
  const lines = mark.passages.map(at => {
    const { exact, receiptWords } = data.passages[at]
    return `“${exact}” ${attributed(data, [at], isClaim(data, at))}${published(data, at)}. Receipt: ${receiptWords}.`
  })
  return [`${mark.when}: ${mark.title}`, `${ofEvent(data, mark)}.${known ? ` ${known}.` : ""}`, ...lines].join("\n")
}

function ofEvent(data, { status, passages }) {
  if (passages.length) return attributed(data, passages, status === CLAIMED)
  return `No passage is quoted for this${status === CLAIMED ? "; it is claimed, but not by whom" : ""}`
}

const isClaim = (data, at) => data.marks.some(({ status, passages }) => status === CLAIMED && passages.includes(at))

const published = (data, at) => {
  const when = data.documents[data.passages[at].of]?.published
  return when ? `, published ${when}` : ""
}

// Who says the words of some passages, grouped by document.
function attributed(data, passages, claimed) {
  const speakers = new Map()
  for (const at of passages) {
    const { of, speaker } = data.passages[at]
    speakers.set(of, (speakers.get(of) ?? new Set()).add(speaker || "speaker not named"))
  }
  const said = [...speakers].map(([of, names]) => {
    const { voice, interested } = data.documents[of] ?? { voice: of || "a document that is not named" }
    return `${claimed || interested ? "claimed by" : "according to"} ${listed([...names])}, in ${voice}`
  })
  const words = said.join("; ")
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function listed(names) {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]
}
