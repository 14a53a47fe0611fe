import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTwoMinutes } from './catch-up.ts'

const text = fc
  .array(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { maxLength: 120 })
  .map((words) => ({ text: words.join(' ') }))

test('What is taken is the beginning, fits into two minutes, and nothing that would have fitted is left out.', () => {
  const words = ({ text: said }: { text: string }) => said.split(/\s+/).filter(Boolean).length
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (lines) => {
      const { taken, more, minutes } = inTwoMinutes(lines)
      expect(taken).toEqual(lines.slice(0, taken.length))
      expect(taken.length + more).toBe(lines.length)
      const sum = taken.reduce((total, line) => total + words(line), 0)
      if (taken.length > 1) expect(sum).toBeLessThanOrEqual(440)
      const next = lines[taken.length]
      if (next !== undefined) expect(sum + words(next)).toBeGreaterThan(440)
      expect(minutes).toBeGreaterThanOrEqual(1)
      expect(minutes).toBeLessThanOrEqual(2)
    }),
  )
})
