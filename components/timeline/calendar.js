// The proleptic Gregorian calendar on day numbers: 1 is 0001-01-01, 0 and below lie before it.
// Reckoning after Howard Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years
// that begin in March. No Date object: that one knows time zones and misreads the years 0 to 99.

export const MONTHS = ["January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December"]
export const SHORT_MONTHS = MONTHS.map(name => name.slice(0, 3))

const ERA = 146097 // days in 400 years
const SHIFT = 305 // days from 0000-03-01 to the day before 0001-01-01

/** The day number of a civil date; the year is astronomical (0 is 1 BCE). */
export function dayNumber(year, month = 1, day = 1) {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const inEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const ofEra = inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + ofYear
  return era * ERA + ofEra - SHIFT
}

/** The civil date of a day number, as {year, month, day}. */
export function civil(number) {
  const z = Math.floor(number) + SHIFT
  const era = Math.floor(z / ERA)
  const ofEra = z - era * ERA
  const inEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524)
    - Math.floor(ofEra / 146096)) / 365)
  const ofYear = ofEra - (365 * inEra + Math.floor(inEra / 4) - Math.floor(inEra / 100))
  const part = Math.floor((5 * ofYear + 2) / 153)
  const month = part + (part < 10 ? 3 : -9)
  return {
    year: inEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * part + 2) / 5) + 1,
  }
}

/** A year in words: 2022, or 44 BCE for the astronomical year −43. */
export const yearWords = year => (year > 0 ? String(year) : `${1 - year} BCE`)

/** A day number as a month in words, for the sentence above the chart. */
export function monthWords(number) {
  const { year, month } = civil(number)
  return `${MONTHS[month - 1]} ${yearWords(year)}`
}

/** A stretch of time in words, no finer than its length calls for. */
export function stretchWords(first, last) {
  const a = civil(first), b = civil(last)
  if (last - first > 365 * 12) {
    return a.year === b.year ? yearWords(a.year) : `${yearWords(a.year)} to ${yearWords(b.year)}`
  }
  if (last - first > 100) return `${monthWords(first)} to ${monthWords(last)}`
  const words = ({ year, month, day }) => `${day} ${MONTHS[month - 1]} ${yearWords(year)}`
  return `${words(a)} to ${words(b)}`
}
