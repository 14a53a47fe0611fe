/** Lets people type a recorded text through a server that dies in the middle, on lines that break now and then. */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { dice } from './dice.ts'
import { Looker } from './looker.ts'
import { SyncHost } from './target.ts'
import { clientIdOf, type Keystroke, keystrokesOf, type Recording, textOf } from './typing.ts'
import { Typist } from './typist.ts'
import { waitFor } from './wait-for.ts'

/** How it is typed. */
export type ReplayOptions = {
  readonly typists: number
  readonly seed: number
  /** Types only so much of it; then its end is not that of the recording. */
  readonly atMost?: number
}

/** What was found. */
export type ReplayReport = {
  readonly keystrokes: number
  readonly disconnects: number
  readonly restarts: number
  /** How many of the typists, and of fresh readers before and after compaction, read what was typed. */
  readonly right: number
  readonly readers: number
  /** Whether a fresh reader gets the same bytes before and after compaction, and whether that took place. */
  readonly sameBytes: boolean
  readonly compacted: boolean
}

/** Chance that somebody's line breaks at the beginning of a turn. */
const breaks = 0.05
/** A little longer than a compaction waits for quiet, is begun, and takes. */
const lookEveryMs = 1_500
const limits = { compactRows: 50, compactEveryMs: 0, compactQuietMs: 100, unloadMs: 100 }

class Replay {
  readonly #host: SyncHost
  readonly #typists: readonly Typist[]
  readonly #chance: () => number
  disconnects = 0
  restarts = 0

  constructor(host: SyncHost, typists: number, seed: number) {
    this.#host = host
    this.#typists = Array.from({ length: typists }, () => new Typist())
    this.#chance = dice(seed)
  }

  get docs(): readonly Y.Doc[] {
    return this.#typists.map(({ doc }) => doc)
  }

  async connect(): Promise<void> {
    const { origin, documents } = this.#host
    await Promise.all(
      this.#typists.map((typist, i) =>
        typist.connect({ origin, documentId: documents[0] ?? '', cookie: this.#host.cookieOf(i) }),
      ),
    )
  }

  async restart(): Promise<void> {
    this.restarts += 1
    await this.#host.kill()
    for (const typist of this.#typists) typist.disconnect()
    await this.#host.start()
    await this.connect()
  }

  /** One turn of one person: perhaps on a broken line, which is mended before anybody else goes on. */
  async turn(keystrokes: readonly Keystroke[]): Promise<void> {
    const [first] = keystrokes
    const typist = this.#typists[first?.typist ?? 0]
    if (first === undefined || typist === undefined) return
    await waitFor(() => this.#hasSeen(typist, first.upon), 'Somebody does not see what was typed.', 120_000)
    const isBroken = this.#chance() < breaks
    if (isBroken) typist.disconnect()
    for (const { update } of keystrokes) Y.applyUpdate(typist.doc, update, 'keyboard')
    if (!isBroken) return
    this.disconnects += 1
    const { origin, documents } = this.#host
    await typist.connect({
      origin,
      documentId: documents[0] ?? '',
      cookie: this.#host.cookieOf(first.typist),
    })
  }

  disconnect(): void {
    for (const typist of this.#typists) typist.disconnect()
  }

  #hasSeen({ doc }: Typist, upon: readonly number[]): boolean {
    return upon.every((clock, typist) => Y.getState(doc.store, clientIdOf(typist)) >= clock)
  }
}

/** Keystrokes of one person in a row. */
const turnsOf = (keystrokes: readonly Keystroke[]): Keystroke[][] => {
  const turns: Keystroke[][] = []
  for (const keystroke of keystrokes) {
    const turn = turns.at(-1)
    if (turn?.[0]?.typist === keystroke.typist && turn.length < 200) turn.push(keystroke)
    else turns.push([keystroke])
  }
  return turns
}

const comeToRead = async (host: SyncHost): Promise<Typist> => {
  const reader = new Typist()
  await reader.connect({ origin: host.origin, documentId: host.documents[0] ?? '', cookie: host.cookieOf(0) })
  return reader
}

const readFresh = async (host: SyncHost): Promise<Y.Doc> => {
  const reader = await comeToRead(host)
  reader.disconnect()
  return reader.doc
}

const isCompacted = async (folder: string): Promise<boolean> => {
  const looker = new Looker()
  try {
    const { tails } = await looker.look(folder)
    return [...tails.values()].every((length) => length === 0)
  } finally {
    looker.close()
  }
}

/** Waits until nothing but a compacted state is left. The server is restarted for each look. */
const compacts = async (host: SyncHost): Promise<boolean> => {
  for (let looks = 0; looks < 10; looks++) {
    // A short log is compacted in an open document alone, once it has been quiet: so somebody stays.
    const reader = await comeToRead(host)
    // A busy machine needs longer, so each look waits longer than the one before.
    await wait(lookEveryMs * (1 + looks / 2))
    reader.disconnect()
    await host.kill()
    const isDone = await isCompacted(host.folder)
    await host.start()
    if (isDone) return true
  }
  return false
}

const expected = (keystrokes: readonly Keystroke[]): string => {
  const doc = new Y.Doc()
  for (const { update } of keystrokes) Y.applyUpdate(doc, update)
  return textOf(doc).toJSON()
}

/** Plays it to its end. */
export const replay = async (recording: Recording, options: ReplayOptions): Promise<ReplayReport> => {
  const { typists, seed, atMost } = options
  const keystrokes = [...keystrokesOf(recording, typists)].slice(0, atMost)
  const end = atMost === undefined ? recording.endContent : expected(keystrokes)
  const host = new SyncHost({ documents: 1, limits })
  try {
    await host.start()
    const play = new Replay(host, typists, seed)
    await play.connect()
    const turns = turnsOf(keystrokes)
    for (const [i, turn] of turns.entries()) {
      if (i === Math.floor(turns.length / 2)) await play.restart()
      await play.turn(turn)
    }
    const isDone = (): boolean => play.docs.every((doc) => textOf(doc).toJSON() === end)
    await waitFor(isDone, 'Not everybody reads the end.').catch(() => {})
    const before = await readFresh(host)
    play.disconnect()
    const compacted = await compacts(host)
    const after = await readFresh(host)
    const readers = [...play.docs, before, after]
    const [bytesBefore, bytesAfter] = [before, after].map((doc) => Y.encodeStateAsUpdate(doc))
    return {
      keystrokes: keystrokes.length,
      disconnects: play.disconnects,
      restarts: play.restarts,
      right: readers.filter((doc) => textOf(doc).toJSON() === end).length,
      readers: readers.length,
      sameBytes: Buffer.compare(bytesBefore ?? Buffer.of(), bytesAfter ?? Buffer.of()) === 0,
      compacted,
    }
  } finally {
    await host.dispose()
  }
}
