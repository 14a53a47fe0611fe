import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookForNewerBuild, newerBuild, reloadOnce } from './newer-build.ts'

const serve = (body: unknown, status = 200): void => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))
}
const reload = vi.fn<() => void>()

beforeEach(() => {
  document.head.innerHTML = '<script type="module" src="/assets/index-today.js"></script>'
  vi.stubGlobal('location', { reload })
})
afterEach(async () => {
  serve({ entry: '/assets/index-today.js' })
  await lookForNewerBuild()
  vi.unstubAllGlobals()
  reload.mockClear()
  sessionStorage.clear()
  document.head.innerHTML = ''
})

describe('a newer build', () => {
  it('is known by its script, and told once', async () => {
    const told = vi.fn<() => void>()
    const stop = newerBuild.watch(told)
    serve({ entry: '/assets/index-today.js' })
    expect(await lookForNewerBuild()).toBe(false)
    serve({ entry: '/assets/index-tomorrow.js' })
    expect(await lookForNewerBuild()).toBe(true)
    expect(await lookForNewerBuild()).toBe(true)
    expect(told).toHaveBeenCalledTimes(1)
    stop()
  })

  it('is not taken from silence, from an error, or from words that mean nothing', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await lookForNewerBuild()).toBe(false)
    serve({ entry: '/assets/index-tomorrow.js' }, 503)
    expect(await lookForNewerBuild()).toBe(false)
    serve('<!doctype html>')
    expect(await lookForNewerBuild()).toBe(false)
  })
})

describe('reloading by itself', () => {
  it('happens once for a reason and a build', () => {
    expect([reloadOnce('schema'), reloadOnce('schema'), reloadOnce('screen')]).toEqual([true, false, true])
    document.head.innerHTML = '<script type="module" src="/assets/index-tomorrow.js"></script>'
    expect(reloadOnce('schema')).toBe(true)
    expect(reload).toHaveBeenCalledTimes(3)
  })

  it('does not happen where the browser cannot remember that it did', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(reloadOnce('schema')).toBe(false)
    vi.restoreAllMocks()
    expect(reload).not.toHaveBeenCalled()
  })
})
