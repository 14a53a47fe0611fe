import { defineContract } from '@rondo/shared/kernel/contract.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { addressOf, call } from './http.ts'
import { Refused, Unreachable } from './refused.ts'

const rename = defineContract({
  method: 'PATCH',
  path: '/api/pages/:pageId',
  access: 'member',
  params: z.strictObject({ pageId: z.string() }),
  body: z.strictObject({ title: z.string() }),
  output: z.strictObject({ title: z.string() }),
})
const leave = defineContract({
  method: 'DELETE',
  path: '/api/sessions/current',
  access: 'member',
  output: z.null(),
})

function answer(status: number, body: unknown): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body === null ? null : JSON.stringify(body), { status })),
  )
}

const input = { params: { pageId: 'a/b' }, body: { title: 'T' } }

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a call by contract', () => {
  it('puts parameters into the path, escaped, and leaves what is undefined out of the query', () => {
    expect(addressOf('/api/x/:id', { params: { id: 'a/b' }, query: { title: 'ö k', kind: undefined } })).toBe(
      '/api/x/a%2Fb?title=%C3%B6+k',
    )
  })

  it('refuses to ask without a parameter', () => {
    expect(() => addressOf('/api/x/:id')).toThrow('needs id')
  })

  it('sends JSON with the method of the contract and parses the answer', async () => {
    answer(200, { title: 'T' })
    await expect(call(rename, input)).resolves.toEqual({ title: 'T' })
    expect(fetch).toHaveBeenCalledWith(
      '/api/pages/a%2Fb',
      expect.objectContaining({ method: 'PATCH', body: '{"title":"T"}' }),
    )
  })

  it('takes 204 for nothing', async () => {
    answer(204, null)
    await expect(call(leave)).resolves.toBeNull()
  })

  it('turns a problem into a refusal that names the field', async () => {
    answer(400, {
      code: 'invalid',
      detail: 'The title is empty.',
      reason: 'page.title',
      errors: [{ field: 'title', detail: 'must not be empty' }],
    })
    const refused = await call(rename, input).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refused)
    expect(refused).toMatchObject({ status: 400, code: 'invalid', field: 'title', reason: 'page.title' })
    expect((refused as Refused).errorOf('title')).toBe('must not be empty')
  })

  it('makes a refusal even of an answer that is no problem document', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('<html>', { status: 502 })),
    )
    await expect(call(leave)).rejects.toMatchObject({ status: 502, code: 'unavailable' })
  })

  it('says that the server is away when no answer comes', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('failed')))
    await expect(call(leave)).rejects.toBeInstanceOf(Unreachable)
  })

  it('does not believe an answer of another shape', async () => {
    answer(200, { headline: 'T' })
    await expect(call(rename, input)).rejects.toBeInstanceOf(z.ZodError)
  })
})
