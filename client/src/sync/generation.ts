const keyOf = (documentId: string): string => `rondo.generation.${documentId}`

/** The generation this device last knew of a document; 1 for one it never met. */
export const knownGeneration = (documentId: string): number => {
  const stored = Number(localStorage.getItem(keyOf(documentId)))
  return Number.isInteger(stored) && stored > 0 ? stored : 1
}

/** Remembers a generation that the server named. */
export const rememberGeneration = (documentId: string, generation: number): void => {
  localStorage.setItem(keyOf(documentId), String(generation))
}
