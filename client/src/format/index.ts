export { FormatChoice } from './format-choice.tsx'
export { draftOf, isRightSegment, plannedOf } from './planned-segments.ts'
export { SegmentFields } from './segment-fields.tsx'
export { type ShownFormat, useShownFormats } from './shown-formats.ts'
