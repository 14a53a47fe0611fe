import { LONGEST_FILE } from '@rondo/shared/markdown/model.ts'
import { expect, test } from 'vitest'
import { readChosen } from './chosen-file.ts'

const file = (content: string | Uint8Array<ArrayBuffer>, name = 'A_day of notes.md') =>
  new File([content], name)

test('A file is read with a name for its page.', async () => {
  expect(await readChosen(file('# Größe'))).toEqual({ ok: true, name: 'A day of notes', text: '# Größe' })
})

test.each([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'noText'],
  ['zeros', '\0\0', 'noText'],
  ['too many characters', 'a'.repeat(LONGEST_FILE + 1), 'tooLong'],
  ['too many bytes', 'ä'.repeat(LONGEST_FILE + 1), 'tooLong'],
])('Of %s it is said why it cannot be read.', async (_, content, problem) => {
  expect(await readChosen(file(content))).toEqual({ ok: false, problem })
})
