import * as Y from 'yjs'
import type { Taken, WaitingImage, WaitingImages } from '../editor/index.ts'
import { dropFile, filesKept, type KeptFile, keepFile } from '../platform/kept-files.ts'
import { holdAlone } from './hold-alone.ts'

interface Sent {
  readonly onProgress: (part: number) => void
  readonly signal: AbortSignal
}

interface WaitingOptions {
  readonly memberId: string
  readonly documentId: string
  /** Brings it to the server. */
  readonly send: (file: Blob, sent: Sent) => Promise<Taken>
  /** Why the server will never take it, in words; undefined where another try may help. */
  readonly refusalIn: (error: unknown) => string | undefined
}

const nameOf = (key: string): string => `rondo-file-${key}`

interface Entry {
  readonly kept: KeptFile
  readonly letGo: () => void
  sending: AbortController | undefined
}

/**
 * The pictures on their way into one document. Each is kept on this device before it is sent, and until it is in the page or
 * nobody wants it any more; one is sent at a time, in order. Of several tabs one has it.
 */
export class WaitingStore implements WaitingImages {
  readonly #options: WaitingOptions
  readonly #listeners = new Set<() => void>()
  readonly #entries = new Map<string, Entry>()
  #all: readonly WaitingImage[] = []
  #closing = new AbortController()
  #isSending = false

  constructor(options: WaitingOptions) {
    this.#options = options
  }

  readonly snapshot = (): readonly WaitingImage[] => this.#all

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes up what an earlier visit left here, and tries again whenever the network is back. */
  async open(): Promise<void> {
    const closing = new AbortController()
    this.#closing = closing
    window.addEventListener('online', this.#allAgain, { signal: closing.signal })
    for (const { key } of await this.#kept()) void this.#takeUp(key, closing.signal)
  }

  /** What has not arrived stays on this device. */
  close(): void {
    this.#closing.abort()
    for (const one of this.#all) this.#forget(one)
    this.#tell([])
  }

  readonly add = (files: readonly File[], place: Y.RelativePosition): void => {
    const { memberId, documentId } = this.#options
    const now = Date.now()
    for (const [index, file] of files.entries()) {
      const key = crypto.randomUUID()
      const at = now + index / files.length
      void this.#keep({ key, memberId, documentId, place: Y.encodeRelativePosition(place), file, at })
    }
  }

  readonly again = (key: string): void => {
    if (this.#find(key)?.way.kind !== 'kept') return
    this.#become(key, { kind: 'sending', progress: 0 })
    void this.#sendNext()
  }

  readonly drop = (key: string): void => {
    const one = this.#find(key)
    if (one === undefined) return
    void dropFile(key)
    this.#forget(one)
    this.#tell(this.#all.filter((other) => other !== one))
  }

  readonly move = (key: string, place: Y.RelativePosition): void => {
    const kept = this.#entries.get(key)?.kept
    if (kept === undefined) return
    void keepFile({ ...kept, place: Y.encodeRelativePosition(place) })
    this.#tell(this.#all.map((one) => (one.key === key ? { ...one, place } : one)))
  }

  async #keep(kept: KeptFile): Promise<void> {
    const held = holdAlone(nameOf(kept.key), this.#closing.signal).catch(() => {})
    this.#show(kept, () => void held.then((letGo) => letGo?.()))
    await held
    await keepFile(kept)
    await this.#sendNext()
  }

  /** One that another tab has is that tab's, until it is closed. */
  async #takeUp(key: string, signal: AbortSignal): Promise<void> {
    const letGo = await holdAlone(nameOf(key), signal).catch(() => {})
    if (letGo === undefined) return
    const kept = (await this.#kept()).find((one) => one.key === key)
    if (kept === undefined || signal.aborted || this.#entries.has(key)) return letGo()
    this.#show(kept, letGo)
    await this.#sendNext()
  }

  #kept(): Promise<KeptFile[]> {
    return filesKept(this.#options.memberId, this.#options.documentId)
  }

  #show(kept: KeptFile, letGo: () => void): void {
    const { key, file } = kept
    this.#entries.set(key, { kept, letGo, sending: undefined })
    const place = Y.decodeRelativePosition(kept.place)
    const preview = URL.createObjectURL(file)
    const one: WaitingImage = { key, place, preview, way: { kind: 'sending', progress: 0 } }
    this.#tell([...this.#all, one].toSorted((a, b) => this.#at(a) - this.#at(b)))
  }

  readonly #allAgain = (): void => {
    for (const { key } of this.#all) this.again(key)
  }

  async #sendNext(): Promise<void> {
    const next = this.#all.find(({ way }) => way.kind === 'sending')
    const entry = next && this.#entries.get(next.key)
    if (this.#isSending || next === undefined || entry === undefined) return
    this.#isSending = true
    await this.#send(next.key, entry)
    this.#isSending = false
    await this.#sendNext()
  }

  async #send(key: string, entry: Entry): Promise<void> {
    const sending = new AbortController()
    entry.sending = sending
    const onProgress = (progress: number): void => this.#become(key, { kind: 'sending', progress })
    try {
      const image = await this.#options.send(entry.kept.file, { onProgress, signal: sending.signal })
      await dropFile(key)
      this.#become(key, { kind: 'taken', image })
    } catch (error) {
      const words = this.#options.refusalIn(error)
      if (words !== undefined) await dropFile(key)
      this.#become(key, words === undefined ? { kind: 'kept' } : { kind: 'refused', words })
    }
  }

  #at({ key }: WaitingImage): number {
    return this.#entries.get(key)?.kept.at ?? 0
  }

  #find(key: string): WaitingImage | undefined {
    return this.#all.find((one) => one.key === key)
  }

  #become(key: string, way: WaitingImage['way']): void {
    if (this.#find(key) !== undefined)
      this.#tell(this.#all.map((one) => (one.key === key ? { ...one, way } : one)))
  }

  #forget({ key, preview }: WaitingImage): void {
    const entry = this.#entries.get(key)
    this.#entries.delete(key)
    entry?.sending?.abort()
    entry?.letGo()
    URL.revokeObjectURL(preview)
  }

  #tell(all: readonly WaitingImage[]): void {
    this.#all = all
    for (const listener of this.#listeners) listener()
  }
}
