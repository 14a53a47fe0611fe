import { expect, it } from 'vitest'
import { FairShare } from './fair-share.ts'
import { HandClock } from './testing/hand-clock.ts'

const counter = () => {
  const clock = new HandClock()
  const share = new FairShare(clock, () => clock.now())
  return {
    clock,
    spend: (account: string, ms: number) => share.spend(account, 2_000, () => clock.advance(ms)),
  }
}

it('LIM-4 small work costs nothing, however much of it there is', () => {
  const { spend } = counter()
  for (let i = 0; i < 100; i++) expect(spend('ada', 10)).toBe(0)
})

it('LIM-4 heavy work is waited for, by every socket of its account and by no other', () => {
  const { spend } = counter()
  expect(spend('mallory', 110)).toBe(400)
  expect(spend('mallory', 0)).toBe(400)
  expect(spend('ada', 0)).toBe(0)
})

it('LIM-4 a wait passes, adds up, and has an end', () => {
  const { clock, spend } = counter()
  expect(spend('mallory', 110)).toBe(400)
  expect(spend('mallory', 110)).toBe(690)
  clock.advance(690)
  expect(spend('mallory', 0)).toBe(0)
  expect(spend('mallory', 60_000)).toBe(20_000)
})
