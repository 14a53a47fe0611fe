import { fileTypeFromBuffer } from 'file-type'

export type MediaKind = 'audio' | 'video' | 'image'

export interface Sniffed {
  readonly kind: MediaKind
  /** What a browser is told that it is. */
  readonly type: string
}

/** So many first bytes say what a file is. */
export const HEAD_BYTES = 64 * 1024

const video = (type: string): Sniffed => ({ kind: 'video', type })
const audio = (type: string): Sniffed => ({ kind: 'audio', type })
const image = (type: string): Sniffed => ({ kind: 'image', type })

/** What we take and hand out again: what browsers play or show, and nothing that could run. */
const TAKEN: ReadonlyMap<string, Sniffed> = new Map([
  ['video/mp4', video('video/mp4')],
  ['video/x-m4v', video('video/mp4')],
  ['video/webm', video('video/webm')],
  // Browsers play what recorders of one maker write, as long as it is called by the name of its sibling.
  ['video/quicktime', video('video/mp4')],
  ['audio/mpeg', audio('audio/mpeg')],
  ['audio/mp4', audio('audio/mp4')],
  ['audio/x-m4a', audio('audio/mp4')],
  ['audio/ogg', audio('audio/ogg')],
  ['audio/ogg; codecs=opus', audio('audio/ogg')],
  ['audio/wav', audio('audio/wav')],
  ['audio/webm', audio('audio/webm')],
  ['image/png', image('image/png')],
  ['image/jpeg', image('image/jpeg')],
  ['image/webp', image('image/webp')],
  ['image/gif', image('image/gif')],
  ['image/avif', image('image/avif')],
])

/** What a file is, by its first bytes alone; null for whatever we do not take. What it is called says nothing. */
export const sniff = async (head: Uint8Array): Promise<Sniffed | null> => {
  const found = await fileTypeFromBuffer(head)
  return TAKEN.get(found?.mime ?? '') ?? null
}
