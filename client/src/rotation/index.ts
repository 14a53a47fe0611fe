export { NextTurns } from './next-turns.tsx'
export { useRotation } from './queries.ts'
export { roleWords } from './role-words.ts'
export { RotaRing } from './rota-ring.tsx'
