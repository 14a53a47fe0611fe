/** A copy that this tab has open. */
export type OpenCopy = { readonly name: string; readonly close: () => Promise<void> }

/** The copies that this tab has open; whoever deletes one closes it first. */
export const openCopies = new Set<OpenCopy>()
