const guards = new Set<() => boolean>()

/** Whether closing or reloading this tab would lose something that somebody wrote. */
export const wouldLoseSomething = (): boolean => [...guards].some((wouldLose) => wouldLose())

const ask = (event: BeforeUnloadEvent): void => {
  if (wouldLoseSomething()) event.preventDefault()
}

/** Lets the browser ask before the tab is closed while `wouldLose` says so. Answers how to stop. */
export const guardLeaving = (wouldLose: () => boolean): (() => void) => {
  if (guards.size === 0) window.addEventListener('beforeunload', ask)
  guards.add(wouldLose)
  return () => {
    guards.delete(wouldLose)
    if (guards.size === 0) window.removeEventListener('beforeunload', ask)
  }
}

/** Whoever signed out has been asked already: nothing keeps the tab any longer. */
export const leaveUnguarded = (): void => {
  guards.clear()
  window.removeEventListener('beforeunload', ask)
}
