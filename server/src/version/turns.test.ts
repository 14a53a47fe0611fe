import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept } from '@rondo/shared/kernel/refusal.ts'
import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const [ada, ben] = ['ada', 'ben'] as MemberId[] as [MemberId, MemberId]

test('One member does one thing at a time, and somebody else does not wait for all of them.', async () => {
  const turns = new Turns()
  const order: string[] = []
  let atOnce = 0
  let most = 0
  const work = (name: string) => async () => {
    most = Math.max(most, ++atOnce)
    await new Promise((resolve) => setImmediate(resolve))
    atOnce -= 1
    order.push(name)
    return accept(name)
  }
  const hers = Array.from({ length: 6 }, (_, i) => turns.take(ada, work(`ada ${i}`)))
  const his = turns.take(ben, async () => accept(order.push('ben')))
  await Promise.all([...hers, his])
  expect(order.filter((name) => name !== 'ben')).toEqual(Array.from({ length: 6 }, (_, i) => `ada ${i}`))
  expect(order.indexOf('ben')).toBeLessThan(3)
  expect(most).toBe(1)
})

test('Whoever asks too much at once is turned away, and may come again.', async () => {
  const turns = new Turns()
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => turns.take(ada, async () => accept('done'))),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(8)
  expect(answers.at(-1)).toMatchObject({ refusal: { code: 'too-many', retryAfter: 2 } })
  expect(await turns.take(ada, async () => accept('again'))).toEqual(accept('again'))
})

test('Work that fails holds up nobody.', async () => {
  const turns = new Turns()
  const failed = turns.take(ada, () => Promise.reject(new Error('broken')))
  const next = turns.take(ada, async () => accept('fine'))
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toEqual(accept('fine'))
})
