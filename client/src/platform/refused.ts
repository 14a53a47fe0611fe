import { type FieldError, REFUSAL_STATUS, type RefusalCode } from '@rondo/shared/kernel/refusal.ts'
import { z } from 'zod'

/** The body of application/problem+json, as far as a screen needs it. */
const problem = z.object({
  code: z.enum(Object.keys(REFUSAL_STATUS) as [RefusalCode]).catch('unavailable'),
  detail: z.string().catch(''),
  reason: z.string().optional().catch(undefined),
  errors: z
    .array(z.object({ field: z.string(), detail: z.string() }))
    .optional()
    .catch(undefined),
  retryAfter: z.number().optional().catch(undefined),
})

/** The server understood and said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: RefusalCode
  readonly detail: string
  /** A stable name for the screen to translate, e.g. `meeting.already-started`. */
  readonly reason: string | undefined
  readonly errors: readonly FieldError[]
  readonly retryAfter: number | undefined

  constructor(status: number, body: unknown) {
    const known = problem.safeParse(body).data ?? { code: 'unavailable' as const, detail: '' }
    super(known.detail || `The server answered ${status}.`)
    this.status = status
    this.code = known.code
    this.detail = known.detail
    this.reason = known.reason
    this.errors = known.errors ?? []
    this.retryAfter = known.retryAfter
  }

  /** The first field that was wrong, by its path in the input. */
  get field(): string | undefined {
    return this.errors[0]?.field
  }

  /** What was wrong with one field, to stand under its input. */
  errorOf(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.detail
  }
}

/** No answer came: the network, or the server, is away. Nothing is known to have changed. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
