/** The zone this browser lives in. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every zone this browser knows, and those asked for even if it lists them under another name. */
export const zonesWith = (...wanted: readonly string[]): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), ...wanted])].toSorted()
