import { expect, it } from 'vitest'
import { readTextFile } from './read-text-file.ts'

const read = (...bytes: number[]) => readTextFile(new Blob([new Uint8Array(bytes)]))

it('reads UTF-8, with a mark at its beginning or without', async () => {
  expect(await read(0x47, 0x72, 0xc3, 0xb6, 0xc3, 0x9f, 0x65)).toBe('Größe')
  expect(await read(0xef, 0xbb, 0xbf, 0x47)).toBe('G')
})

it('reads UTF-16 that says so', async () => {
  expect(await read(0xff, 0xfe, 0xf6, 0x00)).toBe('ö')
  expect(await read(0xfe, 0xff, 0x00, 0xf6)).toBe('ö')
})

it('guesses nothing: bytes of another encoding, and what is no text, are told', async () => {
  expect(await read(0x47, 0x72, 0xf6, 0xdf, 0x65)).toBeUndefined()
  expect(await read(0x47, 0x00)).toBeUndefined()
})
