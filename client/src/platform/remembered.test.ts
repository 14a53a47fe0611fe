import 'fake-indexeddb/auto'
import { defineContract } from '@rondo/shared/kernel/contract.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { forgetAnswers, keepAnswer, keepAnswersFor, keptAnswer } from './answers.ts'
import { Refused, Unreachable } from './refused.ts'
import { askOrRemember, rememberAnswersOf, takeShownFromDevice } from './remembered.ts'

const readTitle = defineContract({
  method: 'GET',
  path: '/api/title',
  access: 'member',
  output: z.strictObject({ title: z.string() }),
})
const readSecret = defineContract({
  method: 'GET',
  path: '/api/secret',
  access: 'member',
  output: z.strictObject({ title: z.string() }),
})
const key = ['/api/title', { params: { pageId: 'a' } }]
const name = JSON.stringify(key)
const away = () => Promise.reject(new Unreachable('No server.'))
const said = (title: string) => async () => ({ title })
const names = async () => (await indexedDB.databases()).map((one) => one.name)

rememberAnswersOf([readTitle])

beforeEach(() => keepAnswersFor('ada'))
afterEach(async () => {
  vi.useRealTimers()
  await forgetAnswers()
  takeShownFromDevice()
})

const whenKept = (title: string) => vi.waitFor(async () => expect(await keptAnswer(name)).toEqual({ title }))

describe('an answer', () => {
  it('is what the server said last, where it says nothing, and is asked again later', async () => {
    await askOrRemember(readTitle, key, said('Words'))
    await whenKept('Words')
    expect(await askOrRemember(readTitle, key, away)).toEqual({ title: 'Words' })
    expect(takeShownFromDevice()).toEqual([key])
    expect(takeShownFromDevice()).toEqual([])
  })

  it('is the same where a proxy speaks for a server that is not there', async () => {
    await askOrRemember(readTitle, key, said('Words'))
    await whenKept('Words')
    const proxy = () => Promise.reject(new Refused(502, null))
    expect(await askOrRemember(readTitle, key, proxy)).toEqual({ title: 'Words' })
  })

  it('comes from this device after four seconds of a network that says nothing', async () => {
    await askOrRemember(readTitle, key, said('Words'))
    await whenKept('Words')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = askOrRemember(readTitle, key, () => new Promise<never>(() => {}))
    vi.advanceTimersByTime(4_001)
    expect(await asked).toEqual({ title: 'Words' })
  })

  it('that is a no is a no, and takes what was remembered with it', async () => {
    await askOrRemember(readTitle, key, said('Words'))
    await whenKept('Words')
    const gone = () => Promise.reject(new Refused(404, null))
    await expect(askOrRemember(readTitle, key, gone)).rejects.toThrow(Refused)
    await vi.waitFor(async () => expect(await keptAnswer(name)).toBeUndefined())
    await expect(askOrRemember(readTitle, key, away)).rejects.toThrow(Unreachable)
  })

  it('to any other question is remembered nowhere', async () => {
    await askOrRemember(readSecret, ['/api/secret'], said('Secret'))
    await expect(askOrRemember(readSecret, ['/api/secret'], away)).rejects.toThrow(Unreachable)
  })

  it('of an older version that does not fit any more is none', async () => {
    await keepAnswer(name, { heading: 'Words' })
    expect(await keptAnswer(name)).toEqual({ heading: 'Words' })
    await expect(askOrRemember(readTitle, key, away)).rejects.toThrow(Unreachable)
  })
})

describe('what this device remembers', () => {
  it('is of one member: another one finds nothing of it', async () => {
    await keepAnswer(name, { title: 'Ada’s' })
    await keepAnswersFor('bob')
    expect(await keptAnswer(name)).toBeUndefined()
  })

  it('is thirty days old at most', async () => {
    await keepAnswer(name, { title: 'Words' })
    const days = 24 * 3_600_000
    expect(await keptAnswer(name, Date.now() + 29 * days)).toEqual({ title: 'Words' })
    expect(await keptAnswer(name, Date.now() + 31 * days)).toBeUndefined()
  })

  it('goes with its database, and asking afterwards makes no new one', async () => {
    await keepAnswer(name, { title: 'Words' })
    await forgetAnswers()
    expect(await keptAnswer(name)).toBeUndefined()
    await keepAnswer(name, { title: 'Too late' })
    expect(await names()).toEqual([])
  })

  it('is nothing where the browser keeps nothing, and nothing breaks', async () => {
    await forgetAnswers()
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    await keepAnswersFor('ada')
    expect(await askOrRemember(readTitle, key, said('Words'))).toEqual({ title: 'Words' })
    await expect(askOrRemember(readTitle, key, away)).rejects.toThrow(Unreachable)
    open.mockRestore()
  })
})
