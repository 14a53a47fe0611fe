export { NextTurns } from './next-turns.tsx'
export { RotaRing } from './rota-ring.tsx'
