import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ByteReader } from './byte-reader.ts'
import { eachStruct } from './structs.ts'

const charactersIn = (update: Uint8Array): number => {
  let characters = 0
  eachStruct(new ByteReader().over(update), (_client, _clock, length, isText) => {
    if (isText) characters += length
  })
  return characters
}

describe('Counting characters in updates', () => {
  const keystroke = fc.record({ at: fc.nat({ max: 50 }), text: fc.stringMatching(/^[a-z]{1,200}$/) })

  test('Every character that was typed is counted once, joined or not.', () => {
    fc.assert(
      fc.property(fc.array(keystroke, { maxLength: 30 }), (keystrokes) => {
        const updates: Uint8Array[] = []
        const doc = new Y.Doc()
        doc.on('update', (update: Uint8Array) => updates.push(update))
        const text = new Y.XmlText()
        doc.getXmlFragment('body').insert(0, [text])
        for (const { at, text: typed } of keystrokes) text.insert(Math.min(at, text.length), typed)
        const one = updates.reduce((sum, update) => sum + charactersIn(update), 0)
        expect(one).toBe(text.length)
        expect(charactersIn(Y.mergeUpdates(updates))).toBe(text.length)
        expect(charactersIn(Y.encodeStateAsUpdate(doc))).toBe(text.length)
      }),
    )
  })
})
