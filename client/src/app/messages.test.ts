import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../platform/pseudo.ts'
import { messages } from './messages.ts'

/** Every text with its whole key; plural forms count as one. */
function keysOf(catalogue: Catalogue, path: string): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}.${key.replace(/_(zero|one|two|few|many|other)$/, '')}`]
      : keysOf(value, `${path}.${key}`),
  )
}

function textsOf(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))
}

const english = new Set(Object.entries(messages).flatMap(([feature, { en }]) => keysOf(en, feature)))
const german = new Set(Object.entries(messages).flatMap(([feature, { de }]) => keysOf(de, feature)))

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** Keys that stand in the sources as a whole; those put together at run time cannot be read there. */
function askedFor(): { file: string; key: string }[] {
  return Object.entries(sources).flatMap(([file, text]) =>
    [...text.matchAll(/(?<![\w.])(?:t|i18next\.t)\(\s*'([^'<]+)'|i18nKey="([^"]+)"/g)].map((match) => ({
      file,
      key: match[1] ?? match[2] ?? '',
    })),
  )
}

describe('the texts of the interface', () => {
  it('are the same in English and German', () => {
    expect([...german].filter((key) => !english.has(key))).toEqual([])
    expect([...english].filter((key) => !german.has(key))).toEqual([])
  })

  it('are there for every key that a screen asks for', () => {
    const asked = askedFor()
    expect(asked.length).toBeGreaterThan(30)
    const missing = asked.filter(({ key }) => !english.has(key))
    expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([])
  })

  it('do not shout', () => {
    const texts = Object.values(messages).flatMap(({ en, de }) => [...textsOf(en), ...textsOf(de)])
    expect(texts.filter((text) => text.includes('!'))).toEqual([])
  })
})
