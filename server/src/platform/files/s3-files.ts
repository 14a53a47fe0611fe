/**
 * Files in a store that speaks S3. Names of buckets stand in the path of an address, which every such store understands.
 *
 * 1. An object appears when all of it has arrived: a store shows no half of one. What is longer than a part goes in parts,
 *    and is there when the store was told that they are all.
 * 2. The checksum of each request's content is signed with it, so what a network did to the bytes is refused by the store.
 * 3. Parts are sent one after the other, so a file costs two parts of memory, however long it is.
 */
import { createHash } from 'node:crypto'
import { setTimeout as setTimeoutPromise } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { cut } from './cut.ts'
import { expectFileName, isFileName } from './file-name.ts'
import type { Files, KeptFile, Span } from './files.ts'
import { inParts } from './in-parts.ts'
import type { S3Address } from './s3-address.ts'
import { listedIn, textOf } from './s3-answer.ts'

/** The least that a part of an object may have is 5 MiB; with 10,000 of them an object may have 78 GiB. */
const PART = 8 * 1024 * 1024

const TRIES = 4
const PAUSE = 50

/** How long a store may take until it begins to answer. */
const PATIENCE = 60_000

/** A store that refused, with its own code for why; never with what was sent. */
class S3Refusal extends Error {
  override readonly name = 'S3Refusal'
  readonly code: string

  constructor(what: string, answer: string) {
    const code = textOf(answer, 'Code')
    super(`${what} ${code}`)
    this.code = code
  }
}

interface Asked {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly name?: string
  readonly query?: Record<string, string>
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** @param page - how many files are listed in one answer; a store gives a thousand at most. */
export const s3Files = (address: S3Address, page = 1000): Files => {
  const store = new Store(address)
  return {
    put: (name, content) => put(store, name, content),
    get: (name, span) => get(store, name, span),
    remove: async (name) => {
      expectFileName(name)
      await done(await store.ask({ method: 'DELETE', name }, [404]))
    },
    list: (room) => list(store, room, page),
    check: async () => {
      await done(await store.ask({ method: 'GET', query: { prefix: address.prefix, 'max-keys': '1' } }))
    },
  }
}

class Store {
  readonly #client: AwsClient
  readonly #base: string
  readonly prefix: string

  constructor({ origin, bucket, prefix, ...who }: S3Address) {
    this.#client = new AwsClient({ ...who, service: 's3', retries: 3 })
    this.#base = `${origin}/${bucket}`
    this.prefix = prefix
  }

  /** @throws {S3Refusal} for what is neither good nor one of the statuses that the asker knows. */
  async ask({ method, name, query = {}, headers = {}, body }: Asked, known: readonly number[] = []) {
    const url = new URL(name === undefined ? this.#base : `${this.#base}/${this.prefix}${name}`)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    const sha256 = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const answer = await this.#send(url, {
      method,
      headers: { ...headers, 'x-amz-content-sha256': sha256 },
      ...(body === undefined ? {} : { body }),
    })
    if (answer.ok || known.includes(answer.status)) return answer
    throw new S3Refusal(`${method} was answered with ${answer.status}`, await answer.text())
  }

  /** Every request may be sent again: a store closes connections that it has not used for a while, and the next one meets that. */
  async #send(url: URL, request: RequestInit, triesLeft = TRIES - 1): Promise<Response> {
    const impatience = new AbortController()
    const timer = setTimeout(() => impatience.abort(), PATIENCE)
    try {
      return await this.#client.fetch(url, { ...request, signal: impatience.signal })
    } catch (error) {
      if (triesLeft === 0 || impatience.signal.aborted) throw error
    } finally {
      clearTimeout(timer)
    }
    await setTimeoutPromise(PAUSE * (TRIES - triesLeft))
    return this.#send(url, request, triesLeft - 1)
  }
}

/** An answer that is of no use is read to its end, so that its connection can be used again. */
const done = async (answer: Response): Promise<void> => {
  await answer.arrayBuffer()
}

const put = async (store: Store, name: string, content: AsyncIterable<Uint8Array>) => {
  expectFileName(name)
  const parts = inParts(content, PART)
  const first = await parts.next()
  const body = first.done === true ? new Uint8Array() : first.value
  if (body.length === PART) return putInParts(store, name, body, parts)
  await done(await store.ask({ method: 'PUT', name, body }))
  return { bytes: body.length }
}

const putInParts = async (
  store: Store,
  name: string,
  first: Uint8Array<ArrayBuffer>,
  others: AsyncIterable<Uint8Array<ArrayBuffer>>,
) => {
  const begun = await store.ask({ method: 'POST', name, query: { uploads: '' } })
  const uploadId = textOf(await begun.text(), 'UploadId')
  const tags: string[] = []
  let bytes = 0
  const send = async (body: Uint8Array<ArrayBuffer>): Promise<void> => {
    const query = { partNumber: String(tags.length + 1), uploadId }
    const taken = await store.ask({ method: 'PUT', name, query, body })
    tags.push(taken.headers.get('etag') ?? '')
    bytes += body.length
    await done(taken)
  }
  try {
    await send(first)
    for await (const part of others) await send(part)
    await complete(store, name, uploadId, tags)
    return { bytes }
  } catch (error) {
    await giveUp(store, name, uploadId)
    throw error
  }
}

/** Parts of an upload that nobody ends cost room; where even this fails, the store's own rule for them is what is left. */
const giveUp = async (store: Store, name: string, uploadId: string): Promise<void> => {
  try {
    await done(await store.ask({ method: 'DELETE', name, query: { uploadId } }, [404]))
  } catch {}
}

/** A store that begins to answer before it is done says 200 first, and perhaps later that it failed. */
const complete = async (store: Store, name: string, uploadId: string, tags: readonly string[]) => {
  const parts = tags.map(
    (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
  )
  const body = new TextEncoder().encode(
    `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
  )
  const answer = await store.ask({ method: 'POST', name, query: { uploadId }, body })
  const text = await answer.text()
  if (text.includes('<Error>')) throw new S3Refusal('Parts were not put together:', text)
}

const get = async (store: Store, name: string, span: Span | undefined): Promise<KeptFile | null> => {
  expectFileName(name)
  if (span !== undefined && span.to <= span.from) return without(store, name)
  const headers: Record<string, string> =
    span === undefined ? {} : { range: `bytes=${span.from}-${span.to - 1}` }
  const answer = await store.ask({ method: 'GET', name, headers }, [404, 416])
  if (answer.status === 404) return done(answer).then(() => null)
  if (answer.status === 416) return done(answer).then(() => without(store, name))
  const [, from = '0', whole = answer.headers.get('content-length')] =
    /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? []
  const content = answer.body ?? NOTHING()
  const bytes = Number(whole)
  if (span === undefined) return { bytes, content }
  // Nothing obliges a store to give a span where it was asked for one.
  return { bytes, content: content.pipeThrough(cut(span.from - Number(from), span.to - span.from)) }
}

const NOTHING = (): KeptFile['content'] => new Blob([]).stream()

/** The file without any of its bytes. */
const without = async (store: Store, name: string): Promise<KeptFile | null> => {
  const answer = await store.ask({ method: 'HEAD', name }, [404])
  await done(answer)
  if (answer.status === 404) return null
  return { bytes: Number(answer.headers.get('content-length')), content: NOTHING() }
}

/** Page by page, each from behind the last key of the one before. */
async function* list(store: Store, room: string, page: number) {
  const prefix = `${store.prefix}${room}/`
  let marker = ''
  do {
    const query = { prefix, 'max-keys': String(page), ...(marker === '' ? {} : { marker }) }
    const text = await (await store.ask({ method: 'GET', query })).text()
    const listed = listedIn(text)
    for (const { key, ...rest } of listed) {
      const name = key.slice(store.prefix.length)
      if (isFileName(name)) yield { name, ...rest }
    }
    marker = textOf(text, 'IsTruncated') === 'true' ? (listed.at(-1)?.key ?? '') : ''
  } while (marker !== '')
}
