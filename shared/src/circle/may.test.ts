import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/model.ts'
import type { MemberId } from '../kernel/id.ts'
import { type Action, may, type Thing } from './may.ts'

const member: Actor = { memberId: '00000000-0000-4000-8000-000000000001' as MemberId, role: 'member' }
const owner: Actor = { ...member, role: 'owner' }
const ACTIONS: Action[] = ['read', 'write', 'post', 'join', 'invite', 'manage', 'create']
const circle = (visibility: 'open' | 'confidential', standing: 'host' | 'member' | 'none'): Thing => ({
  kind: 'circle',
  visibility,
  standing,
})
const allowed = (who: Actor | null, thing: Thing) => ACTIONS.filter((action) => may(who, action, thing))

describe('may', () => {
  test.each([
    ['open', 'host', ['read', 'write', 'post', 'invite', 'manage', 'create']],
    ['open', 'member', ['read', 'write', 'post', 'invite', 'create']],
    ['open', 'none', ['read', 'join']],
    ['confidential', 'host', ['read', 'write', 'post', 'invite', 'manage', 'create']],
    ['confidential', 'member', ['read', 'write', 'post', 'invite', 'create']],
    ['confidential', 'none', []],
  ] as const)('in a circle that is %s, whose standing is %s may: %j', (visibility, standing, actions) => {
    expect(allowed(member, circle(visibility, standing))).toEqual(actions)
  })

  test('an owner of the workspace sees no more of a circle than any member', () => {
    for (const visibility of ['open', 'confidential'] as const)
      for (const standing of ['host', 'member', 'none'] as const)
        expect(allowed(owner, circle(visibility, standing))).toEqual(
          allowed(member, circle(visibility, standing)),
        )
  })

  test('without a session nothing is allowed', () => {
    const things: Thing[] = [{ kind: 'workspace' }, { kind: 'shared-page' }, circle('open', 'host')]
    expect(things.flatMap((thing) => allowed(null, thing))).toEqual([])
  })

  test('every member may start circles and invite, only an owner manages the workspace', () => {
    expect(allowed(member, { kind: 'workspace' })).toEqual(['read', 'invite', 'create'])
    expect(allowed(owner, { kind: 'workspace' })).toEqual(['read', 'invite', 'manage', 'create'])
  })
})
