export { CaptureLine } from './capture-line.tsx'
export { useCaptures, useCarriedOver } from './queries.ts'
