import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { readImages } from '@rondo/shared/document/read-images.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { documentSchema } from '@rondo/shared/document/schema.ts'
import { toProseMirrorJson } from '@rondo/shared/document/to-prosemirror-json.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import * as Y from 'yjs'

/** ProseMirror JSON of a whole page. */
export type Body = ReturnType<typeof toProseMirrorJson>

const compressed = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** What is stored of a copy. */
export interface Packed {
  readonly state: Uint8Array
  readonly body: Uint8Array
  readonly text: Uint8Array
}

/** In a buffer of its own: it goes to another thread. */
const compress = async (what: Uint8Array | string): Promise<Uint8Array> =>
  new Uint8Array(await compressed(what))

/** A page as it stood at one moment, and what is stored of that. */
export interface Copy {
  readonly vector: Uint8Array
  /** The same for pages that say the same. */
  readonly digest: string
  /** The images that stand in it. */
  readonly images: readonly FileId[]
  readonly packed: Packed
}

/** A copy of everything in a document. What was deleted is not in it, for our documents collect what is gone. */
export const copyOf = async (state: Uint8Array): Promise<Copy> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const body = JSON.stringify(bodyOf(doc))
  const [packedState, packedBody, packedText] = await Promise.all([
    compress(state),
    compress(body),
    compress(readText(doc)),
  ])
  return {
    vector: Y.encodeStateVector(doc),
    digest: createHash('sha256').update(body).digest('base64'),
    images: readImages(doc).map(({ fileId }) => fileId),
    packed: { state: packedState, body: packedBody, text: packedText },
  }
}

/** The page in the one form that the schema gives it, whatever order its attributes were written in. */
export const bodyOf = (doc: Y.Doc): Body => {
  const json = toProseMirrorJson(doc)
  try {
    return documentSchema.nodeFromJSON(json).toJSON() as Body
  } catch {
    return json
  }
}

/** Far above what a document may hold; only damage unpacks to more. */
const MOST_BYTES = 512 * 1024 * 1024

export const unpackBody = async (packed: Uint8Array): Promise<Body> =>
  JSON.parse((await decompress(packed, { maxOutputLength: MOST_BYTES })).toString()) as Body
