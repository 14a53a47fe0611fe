const asked = new WeakSet<StorageManager>()

/** Asks the browser once not to throw away what this device keeps, at the moment when something is only here. */
export const askForDurableStorage = (): void => {
  const { storage } = navigator
  if (storage?.persist === undefined || asked.has(storage)) return
  asked.add(storage)
  storage.persist().catch(() => {})
}
