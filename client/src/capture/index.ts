export { CaptureLine, CaptureText, CaptureTick } from './capture-line.tsx'
export { type CaptureFilter, useCaptures, useCarriedOver, useTickCapture } from './queries.ts'
