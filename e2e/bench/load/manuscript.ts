import * as Y from 'yjs'

/** A page that somebody wrote, keystroke by keystroke. */
export interface Manuscript {
  /** One update for each keystroke. */
  keystrokes: Uint8Array[]
  /** Who wrote it, and the clock after the last keystroke: whoever is there has everything. */
  writer: number
  clock: number
  state: Uint8Array
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const LETTERS = 'etaoinshrdlu etaoinshr etaoin etao '
const PARAGRAPH = 600
/** How often, at a pause, the writer goes back to an older place rather than on. */
const REVISES = 0.6
const PAUSE_EACH = 24
/** How often the writer begins to take back what stands before, and up to how much of it. */
const REGRETS = 0.02
const REGRET = 50

/**
 * Writes a page as people do: mostly on at the end, now and then in an older place, with mistakes taken back. It is the
 * same page for the same seed but for the id of the writer.
 */
export const writeManuscript = (keystrokes: number, seed: number): Manuscript => {
  const random = seeded(seed)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const texts = [addParagraph(doc)]
  let text = texts[0]
  let at = 0
  let takingBack = 0
  while (updates.length < keystrokes) {
    if (takingBack === 0 && random() < REGRETS) takingBack = Math.floor(random() * REGRET)
    if (takingBack === 0 && random() < 1 / PAUSE_EACH) {
      const isRevising = random() < REVISES
      text = isRevising ? texts[Math.floor(random() * texts.length)] : texts.at(-1)
      at = isRevising ? Math.floor(random() * (text?.length ?? 0)) : (text?.length ?? 0)
    }
    if (text === undefined) break
    if (text.length > PARAGRAPH && text === texts.at(-1)) {
      text = addParagraph(doc)
      texts.push(text)
      at = 0
    } else if (at > 0 && takingBack > 0) {
      takingBack -= 1
      at -= 1
      text.delete(at, 1)
    } else {
      takingBack = 0
      text.insert(at, LETTERS[Math.floor(random() * LETTERS.length)] ?? ' ')
      at += 1
    }
  }
  const clock = Y.getState(doc.store, doc.clientID)
  return { keystrokes: updates, writer: doc.clientID, clock, state: Y.encodeStateAsUpdate(doc) }
}

const addParagraph = (doc: Y.Doc): Y.XmlText => {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  doc.getXmlFragment('body').push([paragraph])
  return text
}
