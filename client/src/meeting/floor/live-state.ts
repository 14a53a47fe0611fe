import type { Planned } from '../leading.ts'

/** A meeting while it runs: only then has anybody the word. */
export type LiveState = Extract<Planned, { phase: 'live' }>
