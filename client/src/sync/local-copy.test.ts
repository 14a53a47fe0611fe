import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openCopyDatabase, readCopy } from './copy-database.ts'
import { nameOfCopy } from './copy-name.ts'
import { copyLifetimeMs, documentsWithUnsent, markUnsent, recordOf } from './copy-records.ts'
import { forgetLocalCopies, sweepCopies } from './forget-copies.ts'
import { fromCopy, keepLocalCopy, type LocalCopy } from './local-copy.ts'

const of = { memberId: 'ada', documentId: 'notes', generation: 1 }

const docs: Y.Doc[] = []
const copies: LocalCopy[] = []
const keep = (which = of): { doc: Y.Doc; copy: LocalCopy } => {
  const doc = new Y.Doc()
  const copy = keepLocalCopy(doc, which)
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromCopy) copy.add(update)
  })
  docs.push(doc)
  copies.push(copy)
  return { doc, copy }
}
const write = (doc: Y.Doc, text: string): void => {
  const body = doc.getText('body')
  body.insert(body.length, text)
}
const textOf = (doc: Y.Doc): string => doc.getText('body').toJSON()
const rows = async (): Promise<number> => {
  const database = await openCopyDatabase(nameOfCopy(of))
  const { updates } = await readCopy(database)
  database.close()
  return updates.length
}
const names = async () => (await indexedDB.databases()).map(({ name }) => name)

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await Promise.all(copies.splice(0).map((copy) => copy.close()))
  await forgetLocalCopies()
  localStorage.clear()
})

/** Lets writing fail as on a full disk, from now on until the answer is called. */
const fillDisk = (): (() => void) => {
  const refuse = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
  ) {
    this.transaction.abort()
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  })
  return () => refuse.mockRestore()
}

describe('a local copy', () => {
  it('is on the disk when it says so, and not before', async () => {
    const { doc, copy } = keep()
    for (const letter of 'kept on this device') write(doc, letter)
    expect(await copy.kept()).toBe(true)
    // Nothing is waited for here: what is read now was there when it was said.
    const database = await openCopyDatabase(nameOfCopy(of))
    const { updates } = await readCopy(database)
    database.close()
    const other = new Y.Doc()
    for (const update of updates) Y.applyUpdate(other, update)
    expect(textOf(other)).toBe('kept on this device')
  })

  it('says that it keeps nothing while the disk is full, and keeps everything once there is room', async () => {
    const { doc, copy } = keep()
    write(doc, 'before ')
    expect(await copy.kept()).toBe(true)
    const makeRoom = fillDisk()
    write(doc, 'meanwhile ')
    expect(await copy.kept()).toBe(false)
    write(doc, 'still ')
    expect(await copy.kept()).toBe(false)
    makeRoom()
    expect(await copy.kept()).toBe(true)
    const { doc: later, copy: again } = keep()
    await again.loaded
    expect(textOf(later)).toBe('before meanwhile still ')
  })

  it('would be caught lying if it took the question for the answer', async () => {
    const { doc, copy } = keep()
    await copy.loaded
    const makeRoom = fillDisk()
    write(doc, 'asked for')
    const asThoughDone = true
    expect(await copy.kept()).not.toBe(asThoughDone)
    await copy.close()
    makeRoom()
    expect(await rows()).toBe(0)
  })

  it.each([
    ['refuses to open', () => Promise.reject(new DOMException('private', 'InvalidStateError'))],
    [
      'throws',
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
    ],
  ])('breaks nothing where the browser %s', async (_how, open) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(open as never)
    const { doc, copy } = keep()
    write(doc, 'in this tab')
    expect(await copy.loaded).toBe(false)
    expect(await copy.kept()).toBe(false)
    await copy.close()
    await copy.forget()
    expect(textOf(doc)).toBe('in this tab')
  })

  it('leaves out what the disk spoiled and gives the rest', async () => {
    const { doc, copy } = keep()
    write(doc, 'whole')
    await copy.kept()
    await copy.close()
    const database = await openCopyDatabase(nameOfCopy(of))
    database
      .transaction(['updates'], 'readwrite')
      .objectStore('updates')
      .add(Uint8Array.of(7, 7, 7, 7))
    database.close()
    const { doc: later, copy: again } = keep()
    expect(await again.loaded).toBe(true)
    expect(textOf(later)).toBe('whole')
  })

  it('is written as one row from time to time, and loses nothing by it', async () => {
    const { doc, copy } = keep()
    for (let i = 0; i < 310; i++) {
      write(doc, `${i} `)
      // oxlint-disable-next-line no-await-in-loop
      await copy.kept()
    }
    expect(await rows()).toBeLessThan(20)
    const { doc: later, copy: again } = keep()
    await again.loaded
    expect(textOf(later)).toBe(textOf(doc))
  })

  it('of two tabs holds what both wrote, once', async () => {
    const [one, two] = [keep(), keep()]
    await Promise.all([one.copy.loaded, two.copy.loaded])
    for (let i = 0; i < 200; i++) {
      write(one.doc, 'a')
      write(two.doc, 'b')
      // oxlint-disable-next-line no-await-in-loop
      if (i % 2 === 0) await Promise.all([one.copy.kept(), two.copy.kept()])
    }
    await Promise.all([one.copy.kept(), two.copy.kept()])
    await Promise.all([one.copy.close(), two.copy.close()])
    const { doc, copy } = keep()
    await copy.loaded
    expect([...textOf(doc)].filter((letter) => letter === 'a')).toHaveLength(200)
    expect([...textOf(doc)].filter((letter) => letter === 'b')).toHaveLength(200)
  })

  it('is let go when somebody deletes it in another tab, and says so', async () => {
    const { doc, copy } = keep()
    await copy.loaded
    const elsewhere = indexedDB.deleteDatabase(nameOfCopy(of))
    await new Promise((resolve) => elsewhere.addEventListener('success', resolve))
    write(doc, 'too late')
    expect(await copy.kept()).toBe(false)
    expect(await names()).toEqual([])
  })

  it('remembers what the server has', async () => {
    const { doc, copy } = keep()
    write(doc, 'x')
    await copy.confirm(Y.encodeStateVector(doc))
    await copy.close()
    const { copy: again } = keep()
    await again.loaded
    expect([...(again.confirmed() ?? [])]).toEqual([...Y.encodeStateVector(doc)])
  })
})

describe('copies whose time is over', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const letIn = (letInAt: number): void =>
    recordOf('ada', 'notes').write({ generation: 1, letInAt, isWhole: true, isDoomed: false })

  it('go thirty days after the server last let their member in, and not a minute earlier', async () => {
    const { doc, copy } = keep()
    write(doc, 'x')
    await copy.kept()
    await copy.close()
    letIn(now - copyLifetimeMs + 60_000)
    await sweepCopies(now)
    expect(await names()).toEqual([nameOfCopy(of)])
    await sweepCopies(now + 120_000)
    expect(await names()).toEqual([])
  })

  it('stay where the clock of the device was set back', async () => {
    const { copy } = keep()
    await copy.loaded
    await copy.close()
    letIn(now)
    await sweepCopies(now - 400 * 24 * 3_600_000)
    expect(await names()).toEqual([nameOfCopy(of)])
  })

  it('are counted from today where nothing is known of them', async () => {
    const { copy } = keep()
    await copy.loaded
    await copy.close()
    await sweepCopies(now)
    expect(recordOf('ada', 'notes').read()).toMatchObject({ letInAt: now })
    await sweepCopies(now + copyLifetimeMs)
    expect(await names()).toEqual([])
  })

  it('go when the document was deleted, and when its generation was given up', async () => {
    for (const generation of [1, 2]) {
      const { copy } = keep({ ...of, generation })
      // oxlint-disable-next-line no-await-in-loop
      await copy.loaded
      // oxlint-disable-next-line no-await-in-loop
      await copy.close()
    }
    recordOf('ada', 'notes').write({ generation: 2, letInAt: now, isWhole: true, isDoomed: false })
    await sweepCopies(now)
    expect(await names()).toEqual([nameOfCopy({ ...of, generation: 2 })])
    recordOf('ada', 'notes').write({ generation: 2, letInAt: now, isWhole: true, isDoomed: true })
    await sweepCopies(now)
    expect(await names()).toEqual([])
  })
})

describe('marks of what is unsent', () => {
  it('leave a tab that is writing to itself, and are taken up when it has gone', () => {
    const now = Date.now()
    markUnsent('ada', 'one', 12, now)
    markUnsent('ada', 'two', 123, 0)
    markUnsent('bob', 'three', 5, 0)
    expect(documentsWithUnsent('ada', now + 1_000, 15_000)).toEqual(['two'])
    expect(documentsWithUnsent('ada', now + 15_000, 15_000).toSorted()).toEqual(['one', 'two'])
  })

  it('of one member go without those of another', async () => {
    markUnsent('ada', 'one', 1, 0)
    markUnsent('bob', 'one', 2, 0)
    await forgetLocalCopies('ada')
    expect(documentsWithUnsent('ada', 1, 0)).toEqual([])
    expect(documentsWithUnsent('bob', 1, 0)).toEqual(['one'])
  })
})
