import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context as HonoContext } from 'hono'
import type { HttpApp, HttpEnv } from './http-app.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/
const FOR_EVER = 'public, max-age=31536000, immutable'
/** The service worker and what else keeps its name: whoever kept one asks whether it is still so. */
const ASK_FIRST = 'no-cache'
/** The page: going back to it after signing out must not show what was on it. */
const NEVER = 'no-cache, no-store'
const PACKABLE = /^(text|application|image\/svg)/

/**
 * Serves the built client from `folder`. Only files that were there at start are served, by their exact names, so no
 * path can lead out of it. An address of a screen gets the page itself, which finds the screen.
 */
export const clientFiles = (app: HttpApp, folder: string): void => {
  const files = new Set(filesUnder(folder))
  const shelf = new Shelf(folder)
  app.get('*', async (c, next) => {
    const isFile = files.has(c.req.path) && c.req.path !== '/index.html'
    if (!isFile && !isScreen(c)) return next()
    c.set('pathTemplate', isFile ? '(file)' : '(screen)')
    if (!isFile && !files.has('/index.html'))
      return c.text('The client has not been built yet: run npm start.', 503, { 'Cache-Control': 'no-store' })
    const path = isFile ? c.req.path : '/index.html'
    const type = types[extname(path)] ?? 'application/octet-stream'
    const packing = PACKABLE.test(type) ? packingFor(c.req.header('accept-encoding') ?? '') : 'identity'
    const keep = HASHED.test(path) ? FOR_EVER : isFile ? ASK_FIRST : NEVER
    return c.body(await shelf.take(path, packing), 200, {
      'Content-Type': type,
      'Cache-Control': keep,
      ...(packing === 'identity' ? {} : { 'Content-Encoding': packing }),
      Vary: 'Accept-Encoding',
    })
  })
}

/** What a browser navigates to; the root also for a script that takes anything, which looks whether we are there. */
const isScreen = (c: HonoContext<HttpEnv>): boolean => {
  const { path } = c.req
  const ours = ['/api', '/files', '/sync', '/live', '/assets'].some(
    (own) => path === own || path.startsWith(`${own}/`),
  )
  const accept = c.req.header('accept') ?? ''
  return !ours && (accept.includes('text/html') || (path === '/' && accept.includes('*/*')))
}

type Packing = 'br' | 'gzip' | 'identity'

const packingFor = (accepted: string): Packing => {
  const offers = accepted.split(',').map((offer) => offer.trim().split(';')[0])
  return offers.includes('br') ? 'br' : offers.includes('gzip') ? 'gzip' : 'identity'
}

/** Files as they are sent, packed once. The page itself is read anew each time: it names the others. */
class Shelf {
  readonly #folder: string
  readonly #packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  take(path: string, packing: Packing): Promise<Uint8Array<ArrayBuffer>> {
    if (!HASHED.test(path)) return this.#read(path, packing)
    const name = `${packing} ${path}`
    const packed = this.#packed.get(name) ?? this.#read(path, packing)
    this.#packed.set(name, packed)
    return packed
  }

  async #read(path: string, packing: Packing): Promise<Uint8Array<ArrayBuffer>> {
    const plain = await readFile(join(this.#folder, path))
    return new Uint8Array(await packers[packing](plain))
  }
}

const brotli = promisify<Buffer, { params: Record<number, number> }, Buffer>(brotliCompress)
const packers: Record<Packing, (plain: Buffer) => Promise<Buffer>> = {
  identity: async (plain) => plain,
  gzip: promisify<Buffer, Buffer>(gzip),
  br: (plain) => brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
}

const filesUnder = (folder: string): string[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.replace(/[\\/]$/, '').length))
    .map((path) => path.split(sep).join('/'))
}
