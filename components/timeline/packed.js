// Marks as dossier/views/packing.py packs them: columns, with what is often the same written once.

/** Data of the timeline as it comes from a server, with its marks as objects. */
export const unpackTimeline = data => ({ ...data, events: unpackMarks(data.marks), apart: unpackMarks(data.apart) })

/** The marks, each an object as the timeline reads it. */
export function unpackMarks({ size, same, coded, each }) {
  const marks = Array.from({ length: size }, () => ({ ...same }))
  for (const [name, [kinds, codes]] of Object.entries(coded)) {
    marks.forEach((mark, at) => { mark[name] = kinds[codes.charCodeAt(at) - 97] })
  }
  for (const [name, values] of Object.entries(each)) marks.forEach((mark, at) => { mark[name] = values[at] })
  for (const mark of marks) {
    if (mark.short === "") mark.short = mark.when
    if (mark.a !== null && mark.z !== null) mark.z += mark.a
  }
  return marks
}
