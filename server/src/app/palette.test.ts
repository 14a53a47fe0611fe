import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hexOf } from './palette.ts'

test('Carets have the very colours that the theme gives to members.', () => {
  const theme = readFileSync(new URL('../../../client/src/ui/theme/tokens.css', import.meta.url), 'utf8')
  for (let place = 1; place <= 16; place += 1) expect(theme).toContain(`--p${place}: ${hexOf(place)};`)
})
