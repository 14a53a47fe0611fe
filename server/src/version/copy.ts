import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { readText } from '@rondo/shared/document/read-text.ts'
import { documentSchema } from '@rondo/shared/document/schema.ts'
import { toProseMirrorJson } from '@rondo/shared/document/to-prosemirror-json.ts'
import * as Y from 'yjs'

/** ProseMirror JSON of a whole page. */
export type Body = ReturnType<typeof toProseMirrorJson>

/** A page as it stands at one moment. */
export interface Copy {
  readonly state: Uint8Array
  readonly vector: Uint8Array
  readonly body: string
  readonly text: string
  /** The same for pages that say the same. */
  readonly digest: string
}

/** A copy of everything in a document. What was deleted is not in it, for our documents collect what is gone. */
export const copyOf = (doc: Y.Doc): Copy => {
  const body = JSON.stringify(bodyOf(doc))
  return {
    state: Y.encodeStateAsUpdate(doc),
    vector: Y.encodeStateVector(doc),
    body,
    text: readText(doc),
    digest: createHash('sha256').update(body).digest('base64'),
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

/** What is stored of a copy. */
export interface Packed {
  readonly state: Uint8Array
  readonly body: Uint8Array
  readonly text: Uint8Array
}

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** Far above what a document may hold; only damage unpacks to more. */
const MOST_BYTES = 512 * 1024 * 1024

export const pack = async ({ state, body, text }: Copy): Promise<Packed> => {
  const [packedState, packedBody, packedText] = await Promise.all([
    compress(state),
    compress(body),
    compress(text),
  ])
  return { state: packedState, body: packedBody, text: packedText }
}

export const unpackBody = async (packed: Uint8Array): Promise<Body> =>
  JSON.parse((await decompress(packed, { maxOutputLength: MOST_BYTES })).toString()) as Body
