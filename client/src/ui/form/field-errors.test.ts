import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refused } from '../../platform/refused.ts'
import { schemaErrors, serverErrors } from './field-errors.ts'

const schema = z.strictObject({ name: z.string().min(1), email: z.email() })

describe('errors of a form', () => {
  it('stand at the field, in its own words', () => {
    const errors = schemaErrors(schema, { name: '', email: 'x' }, { name: 'Say your name.' })
    expect(errors['name']).toBe('Say your name.')
    expect(errors['email']).toMatch(/email/i)
  })

  it('are none when everything is right', () => {
    expect(schemaErrors(schema, { name: 'Ada', email: 'ada@example.org' }, {})).toEqual({})
  })

  it('come from the server to the field they are about', () => {
    const refused = new Refused(409, {
      code: 'conflict',
      detail: 'no',
      errors: [
        { field: 'email', detail: 'is taken' },
        { field: 'elsewhere', detail: 'is wrong' },
      ],
    })
    expect(serverErrors(refused, ['name', 'email'], () => undefined)).toEqual({ email: 'is taken' })
    expect(serverErrors(new Error('away'), ['name'], () => undefined)).toEqual({})
  })

  it('are translated where the server gave a reason', () => {
    const refused = new Refused(409, {
      code: 'conflict',
      detail: 'no',
      reason: 'account.email-taken',
      errors: [{ field: 'email', detail: 'is taken' }],
    })
    const german = (key: string) => (key === 'ui.reason.account.email-taken' ? 'ist vergeben' : undefined)
    expect(serverErrors(refused, ['email'], german)).toEqual({ email: 'ist vergeben' })
  })
})
