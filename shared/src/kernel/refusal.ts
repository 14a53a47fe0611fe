/** Why a request was refused; the same words on the wire (`code`) and in the code. */
export const REFUSAL_STATUS = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof REFUSAL_STATUS

/** A field that was wrong, by its path in the input, e.g. `segments.2.minutes`. */
export interface FieldError {
  field: string
  detail: string
}

/** A refusal is a value: the rules return it, one middleware turns it into problem+json. */
export interface Refusal {
  code: RefusalCode
  /** One plain sentence: what happened and what to do. */
  detail: string
  /** A stable name for the screen to translate, e.g. `meeting.already-started`. */
  reason?: string
  errors?: FieldError[]
  /** Seconds after which another try makes sense; only with `too-many`. */
  retryAfter?: number
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const accept = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (
  code: RefusalCode,
  detail: string,
  more: Omit<Refusal, 'code' | 'detail'> = {},
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { code, detail, ...more } })
