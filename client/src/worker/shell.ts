/**
 * The page and its files, kept so that the app opens without a network.
 *
 * 1. Only files that the build made are kept: no answer of the API, no text of a document.
 * 2. A shell is kept whole or not at all, and its page is the one that its files belong to.
 * 3. The shell before the last stays: a tab that was not reloaded still finds its files.
 * 4. A page is asked from the network first, so that nobody stays on an old one; the kept one is for when no answer comes.
 */

/** What the build knows of itself. */
export type Build = {
  /** Changes with any file. */
  readonly version: string
  /** SHA-256 of the page, in hex. */
  readonly page: string
  readonly files: readonly string[]
}

/** What the worker takes from its surroundings. */
export type Surroundings = {
  readonly caches: CacheStorage
  readonly fetch: typeof fetch
  readonly origin: string
}

const prefix = 'rondo-shell-'
const pagePath = '/'
/** A network that says nothing for this long has nothing to say. */
const pagePatienceMs = 3_000

const ownRoutes = ['/api', '/files', '/sync', '/live']

const sha256 = async (response: Response): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const mustBeGood = (response: Response, path: string): Response => {
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`)
  return response
}

/** Keeps the shell of this build. Files of an earlier one that are the same are not fetched again. */
export const install = async ({ caches, fetch }: Surroundings, build: Build): Promise<void> => {
  const name = prefix + build.version
  const cache = await caches.open(name)
  try {
    const page = mustBeGood(await fetch(pagePath, { cache: 'no-store' }), pagePath)
    if ((await sha256(page.clone())) !== build.page) throw new Error('The page is of another build.')
    for (const path of build.files) {
      // oxlint-disable-next-line no-await-in-loop
      const response = (await caches.match(path)) ?? mustBeGood(await fetch(path), path)
      // oxlint-disable-next-line no-await-in-loop
      await cache.put(path, response)
    }
    await cache.put(pagePath, page)
  } catch (error) {
    await caches.delete(name)
    throw error
  }
}

/** Forgets the shells before the last one. */
export const activate = async ({ caches }: Surroundings, build: Build): Promise<void> => {
  const shells = (await caches.keys()).filter((name) => name.startsWith(prefix))
  const others = shells.filter((name) => name !== prefix + build.version)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

/** How the worker answers a request; undefined: it leaves it alone. */
export const answer = (
  surroundings: Surroundings,
  build: Build,
  request: Request,
): Promise<Response> | undefined => {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== surroundings.origin) return undefined
  if (ownRoutes.some((own) => pathname === own || pathname.startsWith(`${own}/`))) return undefined
  if (request.mode === 'navigate') return page(surroundings, build, request)
  if (pathname.startsWith('/assets/') || build.files.includes(pathname)) return file(surroundings, request)
  return undefined
}

const page = async ({ caches, fetch }: Surroundings, build: Build, request: Request): Promise<Response> => {
  const kept = async (): Promise<Response | undefined> =>
    (await caches.open(prefix + build.version)).match(pagePath)
  const asked = fetch(request)
  const slow = new Promise<undefined>((resolve) => setTimeout(resolve, pagePatienceMs))
  try {
    const first = await Promise.race([asked, slow])
    // A proxy that finds nobody behind it answers with an error of its own.
    if (first !== undefined && first.status < 500) return first
    return (await kept()) ?? (await asked)
  } catch (error) {
    const shell = await kept()
    if (shell === undefined) throw error
    return shell
  }
}

/** A file with a hash in its name never changes; the others are asked anew where there is a network. */
const file = async ({ caches, fetch }: Surroundings, request: Request): Promise<Response> => {
  const kept = await caches.match(request, { ignoreVary: true })
  const isForEver = new URL(request.url).pathname.startsWith('/assets/')
  if (kept !== undefined && isForEver) return kept
  try {
    return await fetch(request)
  } catch (error) {
    if (kept === undefined) throw error
    return kept
  }
}
