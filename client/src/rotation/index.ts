export { NextTurns } from './next-turns.tsx'
export { useRotation } from './queries.ts'
export { RotaRing } from './rota-ring.tsx'
