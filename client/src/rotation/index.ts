export { AnswerTurn } from './answer-turn.tsx'
export { NextTurns } from './next-turns.tsx'
export { RotaRing } from './rota-ring.tsx'
