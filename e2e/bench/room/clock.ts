import { performance } from 'node:perf_hooks'

/** Milliseconds since 1970 with their fractions; a browser on the same machine counts the same. */
export const instantMs = (): number => performance.timeOrigin + performance.now()
