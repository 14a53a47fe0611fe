/**
 * Structured lines. A field that is not on the list of the adapter is dropped, so that no text, title, cookie or
 * token of a person can reach the log by accident; the message is a constant sentence.
 */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
