import { describe, expect, it } from 'vitest'
import { foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { fillTheDisk } from './full-disk.ts'
import { mountSmallDisk } from './small-disk.ts'

const leftOut = 'LEFT OUT: a disk that is full; none can be mounted here.'

describe('a server whose disk is full', () => {
  it('says so, acknowledges nothing, is read meanwhile, and goes on when there is room again', async (test) => {
    const report = await fillTheDisk({ times: 2 })
    if (report === null) {
      process.stdout.write(`${leftOut}\n`)
      test.skip(leftOut)
      return
    }
    expect(report).toMatchObject({ lost: 0, refused: 0, converged: true, acknowledgedWhileFull: 0 })
    expect(report.acknowledged).toBeGreaterThan(50)
  })

  it('is caught losing edits when it acknowledges what was refused', async (test) => {
    const report = await fillTheDisk({ fault: 'ack-when-refused', fullMs: 200 })
    if (report === null) return test.skip(leftOut)
    expect(report.lost).toBeGreaterThan(0)
  })
})

describe('a disk that is full or read-only when the server starts', () => {
  const noRoom = /There is no room left for DATA_DIR .*; make some and start again/
  const onlyRead = /DATA_DIR .* can only be read; make it writable/

  it('STO-7 ends the server with one sentence, and costs nothing that was there', async (test) => {
    const disk = await mountSmallDisk(12)
    if (disk === null) return test.skip(leftOut)
    let rondo: Rondo | undefined
    try {
      await disk.fill()
      await expect(startRondo({ dataDir: disk.folder })).rejects.toThrow(noRoom)
      await disk.empty()
      rondo = await startRondo({ dataDir: disk.folder })
      const owner = await foundWorkspace(rondo.origin)
      await rondo.kill()
      await disk.fill()
      await expect(rondo.start()).rejects.toThrow(noRoom)
      await disk.empty()
      disk.lock()
      await expect(rondo.start()).rejects.toThrow(onlyRead)
      disk.unlock()
      await rondo.start()
      expect((await owner.me()).name).toBe('Priya Raman')
    } finally {
      disk.unlock()
      await rondo?.kill()
      await disk.remove()
    }
  })
})
