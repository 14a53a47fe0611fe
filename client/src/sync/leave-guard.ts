/** Lets the browser ask before a tab is closed while `wouldLose` says so. Answers how to stop. */
export const guardLeaving = (wouldLose: () => boolean): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => {
    if (wouldLose()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
