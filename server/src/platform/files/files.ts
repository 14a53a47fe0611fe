/** Which bytes of a file are asked for: from the first on, up to but not including the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface KeptFile {
  /** How long the whole file is, however little of it was asked for. */
  readonly bytes: number
  readonly content: ReadableStream<Uint8Array<ArrayBuffer>>
}

export interface ListedFile {
  readonly name: string
  readonly bytes: number
  readonly changedAt: number
}

/**
 * Where the bytes of uploads are kept. A name is made of a room's word and ids (`media/0b0c…/0000`), never of what a person
 * called their file; whoever keeps a file remembers its name in the database and asks there who may read it.
 *
 * 1. A file is there as a whole or not at all: whatever ends the server while it is taken in, nobody ever reads a half.
 * 2. Once `put` resolved the file is durable. A `put` that fails leaves what was there before.
 * 3. Content streams in both directions: a file of any size costs no more memory than a part of it.
 */
export interface Files {
  /** Takes a file in, in the place of one of that name. Fails with what the content fails with. */
  put(name: string, content: AsyncIterable<Uint8Array>): Promise<{ bytes: number }>
  /** Null where there is none. What lies beyond the end of the file is left out. */
  get(name: string, span?: Span): Promise<KeptFile | null>
  /** It is no fault if there is none. */
  remove(name: string): Promise<void>
  /** All whose names begin with a room's word, in no order. */
  list(room: string): AsyncIterable<ListedFile>
  /** Rejects when nothing could be kept or read at this moment. */
  check(): Promise<void>
}
