let wasAsked = false

/** Asks the browser once not to throw away what this device keeps, at the moment when something is only here. */
export const askForDurableStorage = (): void => {
  if (wasAsked) return
  wasAsked = true
  navigator.storage?.persist?.().catch(() => {})
}
