import { expect, it } from 'vitest'
import { headOf } from './web-socket.ts'

it('WIR-2 says the length of a message as RFC 6455 does', () => {
  expect([...headOf(0)]).toEqual([0x82, 0])
  expect([...headOf(125)]).toEqual([0x82, 125])
  expect([...headOf(126)]).toEqual([0x82, 126, 0, 126])
  expect([...headOf(65_535)]).toEqual([0x82, 126, 0xff, 0xff])
  expect([...headOf(65_536)]).toEqual([0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0])
})
