/** Cuts content anew: every part but the last is exactly so long. */
export async function* inParts(
  content: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(bytes)
  let filled = 0
  for await (const chunk of content) {
    for (let from = 0; from < chunk.length; ) {
      const fitting = chunk.subarray(from, from + bytes - filled)
      part.set(fitting, filled)
      from += fitting.length
      filled += fitting.length
      if (filled < bytes) continue
      yield part
      part = new Uint8Array(bytes)
      filled = 0
    }
  }
  if (filled > 0) yield part.slice(0, filled)
}
