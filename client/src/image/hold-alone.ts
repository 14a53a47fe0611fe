/**
 * Waits until this tab alone, of all tabs of this browser, has something, and answers how to let it go. Rejects when it is
 * called off before. Where a browser knows no locks, every tab is alone.
 */
export const holdAlone = (name: string, signal: AbortSignal): Promise<() => void> => {
  const locks: LockManager | undefined = navigator.locks
  if (locks === undefined) return Promise.resolve(() => {})
  return new Promise((resolve, reject) => {
    const held = locks.request(name, { signal }, () => new Promise<void>((letGo) => resolve(letGo)))
    held.catch(reject)
  })
}
