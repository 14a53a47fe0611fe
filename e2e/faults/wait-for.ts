import { setTimeout as wait } from 'node:timers/promises'

const everyMs = 20

/** Resolves as soon as it is so. @throws when it is not within a time that suits a slow machine */
export const waitFor = async (
  isSo: () => boolean | Promise<boolean>,
  otherwise: string,
  withinMs = 60_000,
): Promise<void> => {
  const until = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(otherwise)
    await wait(everyMs)
  }
}
