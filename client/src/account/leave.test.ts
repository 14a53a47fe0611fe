import 'fake-indexeddb/auto'
import { signOut } from '@rondo/shared/account/contract.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepAnswer, keepAnswersFor } from '../platform/answers.ts'
import { keptNames } from '../platform/storage.ts'
import { openCopyDatabase } from '../sync/copy-database.ts'
import { markUnsent } from '../sync/copy-records.ts'
import { leave, whenLeftElsewhere } from './leave.ts'
import { LEFT, markLeft, purgeThoseWhoLeft } from './purge.ts'

const ada = 'ada' as MemberId
const names = async () => (await indexedDB.databases()).map(({ name }) => name)
const goTo = vi.fn<(address: string) => void>()
const answers = (): void => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
}

/** A device on which Ada has worked. */
const furnish = async (): Promise<void> => {
  for (const name of ['ada:notes:1', 'bob:notes:1']) (await openCopyDatabase(name)).close()
  await keepAnswersFor('ada')
  await keepAnswer('["/api/title"]', { title: 'Words' })
  localStorage.setItem('rondo.draft.ada.thread', '"half a sentence"')
}

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'http://rondo.test', assign: goTo })
  answers()
})
afterEach(async () => {
  vi.unstubAllGlobals()
  goTo.mockClear()
  markLeft('bob')
  markLeft('ada')
  await purgeThoseWhoLeft()
  localStorage.clear()
})

describe('leaving', () => {
  it('takes copies, answers and drafts of the person along, and nothing of anybody else', async () => {
    await furnish()
    await leave(signOut, ada, () => true)
    expect(await names()).toEqual(['bob:notes:1'])
    expect(keptNames('draft.ada.')).toEqual([])
    expect(keptNames(LEFT)).toEqual([])
    expect(goTo).toHaveBeenCalledWith('/sign-in')
  })

  it('asks first where something would go that the server does not have', async () => {
    await furnish()
    markUnsent('ada', 'notes', 7, 0)
    vi.stubGlobal(
      'WebSocket',
      class extends EventTarget {
        close(): void {}
      },
    )
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const mayDrop = vi.fn<() => boolean>(() => false)
    const leaving = leave(signOut, ada, mayDrop)
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(2_000)
      expect(mayDrop).toHaveBeenCalled()
    })
    await leaving
    vi.useRealTimers()
    expect(await names()).toContain('ada:notes:1')
    expect(goTo).not.toHaveBeenCalled()
  })

  it('is finished at the next start where the tab was closed too early', async () => {
    await furnish()
    markLeft('ada')
    await purgeThoseWhoLeft()
    expect(await names()).toEqual(['bob:notes:1'])
    expect(keptNames(LEFT)).toEqual([])
  })

  it('in another tab leads this one to the door, too', () => {
    const stop = whenLeftElsewhere()
    window.dispatchEvent(new StorageEvent('storage', { key: 'rondo.left.ada', newValue: '1' }))
    expect(goTo).toHaveBeenCalledWith('/sign-in')
    goTo.mockClear()
    window.dispatchEvent(new StorageEvent('storage', { key: 'rondo.left.ada', newValue: null }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'rondo.draft.ada.x', newValue: '1' }))
    stop()
    window.dispatchEvent(new StorageEvent('storage', { key: 'rondo.left.ada', newValue: '1' }))
    expect(goTo).not.toHaveBeenCalled()
  })
})
