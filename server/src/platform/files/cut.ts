type Bytes = Uint8Array<ArrayBuffer>

/** Leaves the first bytes out and lets so many through. */
export const cut = (skip: number, take: number): TransformStream<Bytes, Bytes> => {
  let [before, left] = [skip, take]
  return new TransformStream({
    transform: (part, controller) => {
      const wanted = part.subarray(before, before + left)
      before = Math.max(0, before - part.length)
      left -= wanted.length
      if (wanted.length > 0) controller.enqueue(wanted)
      if (left === 0) controller.terminate()
    },
  })
}
