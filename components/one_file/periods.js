// The ends of a period as a reader writes them: a day, month, season, year, decade or century.
import { MONTHS, dayNumber, yearWords } from "../timeline/calendar.js"

const LONGEST = 32
const CALENDAR = /^(-?\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/
const YEARS = /^(-?)(\d\d)(\dX|XX)([?~%]?)$/
const SEASONS = { 21: ["spring", 3, 5], 22: ["summer", 6, 8], 23: ["autumn", 9, 11], 24: ["winter", 12, 14] }

/** {earliest, latest, words} in day numbers, or null for what is no plain date. */
export function periodEnd(text) {
  if (text.length > LONGEST) return null
  const calendar = text.match(CALENDAR), years = text.match(YEARS)
  const found = calendar ? ofCalendar(...calendar.slice(1)) : years ? ofYears(...years.slice(1)) : null
  return found && { ...found, words: hedged(found, (calendar ?? years).at(-1)) }
}

function ofCalendar(digits, month, day) {
  if (digits === "-0000") return null
  const year = Number(digits)
  if (!month || month === "XX") {
    if (day && day !== "XX") return null
    const hidden = month ? (day ? "month and day" : "month") : ""
    return { ...stretch(year, 1, 12), name: named(year), hidden }
  }
  const m = Number(month)
  if (SEASONS[m] && !day) return ofSeason(year, ...SEASONS[m])
  if (m < 1 || m > 12) return null
  const whole = stretch(year, m, m)
  if (!day || day === "XX") return { ...whole, name: `${MONTHS[m - 1]} ${named(year)}`, hidden: day ? "day" : "" }
  const at = whole.earliest + Number(day) - 1
  if (Number(day) < 1 || at > whole.latest) return null
  return { earliest: at, latest: at, name: `${Number(day)} ${MONTHS[m - 1]} ${named(year)}`, hidden: "" }
}

function ofSeason(year, name, first, last) {
  if (last > 12 && year === 9999) return null
  const words = last > 12 ? `${named(year)}–${String((year + 1) % 100).padStart(2, "0")}` : named(year)
  return { ...stretch(year, first, last), name: `${name} ${words}`, hidden: "" }
}

function ofYears(sign, century, rest) {
  const [near, far] = ["0", "9"].map(digit => Number(century + rest.replaceAll("X", digit)))
  const [first, last] = sign ? [-far, -Math.max(near, 1)] : [near, far]
  const vague = rest === "XX" || first < 1000 || first % 100 === 0
  const name = vague ? `some time in ${named(first)}–${named(last)}` : `${first}s`
  return { earliest: dayNumber(first), latest: dayNumber(last, 12, 31), name, hidden: "" }
}

const stretch = (year, first, last) => ({
  earliest: dayNumber(year, first),
  latest: (last > 11 ? dayNumber(year + 1, last - 11) : dayNumber(year, last + 1)) - 1,
})

const named = year => (year >= 1 && year < 1000 ? `${year} CE` : yearWords(year))

function hedged({ name, hidden }, qualifier) {
  const notes = [hidden && `${hidden} not given`, "?%".includes(qualifier || "x") && "uncertain"].filter(Boolean)
  return `${"~%".includes(qualifier || "x") ? "about " : ""}${name}${notes.length ? ` (${notes.join(", ")})` : ""}`
}
