/**
 * What may be logged of an error: its kind, its code and where it was thrown. Not its message, for libraries like to
 * quote in it what a person wrote.
 */
export const describeError = (error: unknown): { error: string; code?: string; stack?: string } => {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  return { error: error.name, ...code, stack: frames.slice(0, 12).join('\n') }
}
