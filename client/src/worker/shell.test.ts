import { describe, expect, it } from 'vitest'
import { activate, answer, type Build, install, type Surroundings } from './shell.ts'

const origin = 'https://rondo.test'
const page = '<!doctype html><title>Rondo</title>'

const hashOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
const buildOf = async (version: string, of = page): Promise<Build> => ({
  version,
  page: await hashOf(of),
  files: ['/assets/index-12345678.js', `/assets/screen-${version}.js`, '/rondo.svg'],
})

/** Caches in memory, by path. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>()

  async open(name: string) {
    const cache = this.all.get(name) ?? new Map<string, Response>()
    this.all.set(name, cache)
    return {
      put: async (path: string, response: Response) => void cache.set(path, response),
      match: async (path: string) => cache.get(path)?.clone(),
    }
  }
  async keys(): Promise<string[]> {
    return [...this.all.keys()]
  }
  async delete(name: string): Promise<boolean> {
    return this.all.delete(name)
  }
  async match(asked: string | Request): Promise<Response | undefined> {
    const path = typeof asked === 'string' ? asked : new URL(asked.url).pathname
    for (const cache of this.all.values()) if (cache.has(path)) return cache.get(path)?.clone()
    return undefined
  }
}

/** A server that can be taken away. */
const around = () => {
  const caches = new FakeCaches()
  const asked: string[] = []
  const server = { page, isAway: false, status: 200 }
  const fetch = async (request: string | Request): Promise<Response> => {
    const path = typeof request === 'string' ? request : new URL(request.url).pathname
    asked.push(path)
    if (server.isAway) throw new TypeError('Failed to fetch')
    return new Response(path === '/' ? server.page : path, { status: server.status })
  }
  const surroundings = { caches, fetch, origin } as unknown as Surroundings
  return { caches, asked, server, surroundings }
}
const navigation = (path: string): Request =>
  Object.defineProperty(new Request(origin + path), 'mode', { value: 'navigate' })

describe('the shell', () => {
  it('is kept whole, with the page that its files belong to', async () => {
    const { caches, surroundings } = around()
    const build = await buildOf('one')
    await install(surroundings, build)
    expect([...(caches.all.get('rondo-shell-one')?.keys() ?? [])].toSorted()).toEqual(
      ['/', ...build.files].toSorted(),
    )
  })

  it('is not kept at all when a file is missing, or the page is of another build', async () => {
    const { caches, server, surroundings } = around()
    server.status = 404
    await expect(install(surroundings, await buildOf('one'))).rejects.toThrow('404')
    server.status = 200
    server.page = '<!doctype html><title>Tomorrow</title>'
    await expect(install(surroundings, await buildOf('one'))).rejects.toThrow('another build')
    expect([...caches.all.keys()]).toEqual([])
  })

  it('fetches only what is new, and keeps the one before it for tabs that were not reloaded', async () => {
    const { caches, asked, surroundings } = around()
    for (const version of ['one', 'two', 'three']) {
      const build = await buildOf(version)
      await install(surroundings, build)
      await activate(surroundings, build)
    }
    expect(asked.filter((path) => path === '/assets/index-12345678.js')).toHaveLength(1)
    expect([...caches.all.keys()]).toEqual(['rondo-shell-two', 'rondo-shell-three'])
  })
})

describe('a page', () => {
  it('comes from the server while there is one, and from the device when there is none', async () => {
    const { server, surroundings } = around()
    const build = await buildOf('one')
    await install(surroundings, build)
    server.page = 'the page of tomorrow'
    const fresh = await answer(surroundings, build, navigation('/pages/1'))
    expect(await fresh?.text()).toBe('/pages/1')
    server.isAway = true
    const kept = await answer(surroundings, build, navigation('/pages/1'))
    expect(await kept?.text()).toBe(page)
  })

  it('comes from the device when only a proxy answers', async () => {
    const { server, surroundings } = around()
    const build = await buildOf('one')
    await install(surroundings, build)
    server.status = 502
    expect(await (await answer(surroundings, build, navigation('/')))?.text()).toBe(page)
  })

  it('that says no is passed on: it is an answer', async () => {
    const { server, surroundings } = around()
    const build = await buildOf('one')
    await install(surroundings, build)
    server.status = 404
    expect((await answer(surroundings, build, navigation('/x')))?.status).toBe(404)
  })
})

describe('requests', () => {
  it('of the API, of sockets, of others, and those that change something are left alone', async () => {
    const { surroundings } = around()
    const build = await buildOf('one')
    for (const path of ['/api/pages', '/api', '/sync/1', '/live', '/build.json', '/worker.js'])
      expect(answer(surroundings, build, new Request(origin + path))).toBeUndefined()
    expect(answer(surroundings, build, new Request('https://elsewhere.test/assets/x.js'))).toBeUndefined()
    expect(
      answer(surroundings, build, new Request(`${origin}/assets/x.js`, { method: 'POST' })),
    ).toBeUndefined()
    expect(answer(surroundings, build, navigation('/api/documents/1/export'))).toBeUndefined()
  })

  it('for a file of an older build are answered from the shell before', async () => {
    const { server, surroundings } = around()
    const [one, two] = [await buildOf('one'), await buildOf('two')]
    for (const build of [one, two]) {
      await install(surroundings, build)
      await activate(surroundings, build)
    }
    server.status = 404
    const old = await answer(surroundings, two, new Request(`${origin}/assets/screen-one.js`))
    expect(old?.status).toBe(200)
  })

  it('for files that keep their name go to the server first', async () => {
    const { asked, server, surroundings } = around()
    const build = await buildOf('one')
    await install(surroundings, build)
    asked.length = 0
    await answer(surroundings, build, new Request(`${origin}/rondo.svg`))
    expect(asked).toEqual(['/rondo.svg'])
    server.isAway = true
    expect(await (await answer(surroundings, build, new Request(`${origin}/rondo.svg`)))?.text()).toBe(
      '/rondo.svg',
    )
  })
})
