import { z } from 'zod'

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** One line that a person typed: trimmed, 1 to `max` code points, no control or direction-override characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .refine((text) => [...text].length <= max, `must be at most ${max} characters`)
    .refine((text) => !CONTROL.test(text), 'must not contain control characters')

/** The same for what may be left empty. */
export const lineOrNothing = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length <= max, `must be at most ${max} characters`)
    .refine((text) => !CONTROL.test(text), 'must not contain control characters')

/** Several lines that a person typed: 1 to `max` characters, line breaks and tabs allowed. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .refine((text) => [...text].length <= max, `must be at most ${max} characters`)
    .refine((text) => !CONTROL.test(text.replace(/[\n\r\t]/g, '')), 'must not contain control characters')
