export { fillDemo } from './demo.ts'
export { type GeneratedWorld, generateWorld, type Size } from './generated.ts'
export type { WorldContext } from './world-context.ts'
