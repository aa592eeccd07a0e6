// Data as dossier/views/packing.py squeezes it: JSON in gzip, since the socket itself doesn't compress.

/** What was sent, from bytes; what came as plain data is given back as it is. */
export async function unsqueezed(data) {
  if (!(data instanceof Uint8Array)) return data
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"))
  return JSON.parse(await new Response(stream).text())
}
