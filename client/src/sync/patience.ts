/** How long an acknowledgement may take before the mark says that nothing is saved yet. */
const patienceMs = 5_000

/** Tells when a wait has lasted too long. Anything that the server confirms begins the wait anew. */
export const createPatience = (isOver: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    look: (isWaiting: boolean, wasConfirmed: boolean): void => {
      if (!isWaiting || wasConfirmed) stop()
      if (isWaiting) timer ??= setTimeout(isOver, patienceMs)
    },
    stop,
  }
}
