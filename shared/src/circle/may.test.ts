import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/model.ts'
import type { MemberId } from '../kernel/id.ts'
import { type Action, type CircleThing, may, type Thing } from './may.ts'

const member: Actor = { memberId: '00000000-0000-4000-8000-000000000001' as MemberId, role: 'member' }
const owner: Actor = { ...member, role: 'owner' }
const ACTIONS: Action[] = [
  'read',
  'belong',
  'write',
  'post',
  'join',
  'invite',
  'accept',
  'propose',
  'manage',
  'create',
]
const MEMBER = ['read', 'belong', 'write', 'post', 'invite', 'accept', 'propose', 'create'] as const
const HOST = ['read', 'belong', 'write', 'post', 'invite', 'accept', 'propose', 'manage', 'create'] as const
const circle = (
  visibility: 'open' | 'confidential',
  standing: 'host' | 'member' | 'none',
  { status = 'active', mustAccept = false }: Partial<CircleThing> = {},
): Thing => ({ kind: 'circle', visibility, standing, status, mustAccept })
const allowed = (who: Actor | null, thing: Thing) => ACTIONS.filter((action) => may(who, action, thing))

describe('may', () => {
  test.each([
    ['open', 'host', HOST],
    ['open', 'member', MEMBER],
    ['open', 'none', ['read', 'join']],
    ['confidential', 'host', HOST],
    ['confidential', 'member', MEMBER],
    ['confidential', 'none', []],
  ] as const)('in a circle that is %s, whose standing is %s may: %j', (visibility, standing, actions) => {
    expect(allowed(member, circle(visibility, standing))).toEqual(actions)
  })

  test.each([
    ['draft', 'open', 'host', ['read', 'belong', 'invite', 'accept', 'propose', 'manage']],
    ['draft', 'open', 'member', ['read', 'belong', 'invite', 'accept', 'propose']],
    ['draft', 'open', 'none', []],
    ['closing', 'open', 'host', ['read', 'belong', 'write', 'post', 'accept', 'manage', 'create']],
    ['closing', 'open', 'member', ['read', 'belong', 'write', 'post', 'accept', 'create']],
    ['closing', 'open', 'none', ['read']],
    ['archived', 'open', 'host', ['read', 'belong']],
    ['archived', 'open', 'none', ['read']],
    ['archived', 'confidential', 'member', ['read', 'belong']],
    ['archived', 'confidential', 'none', []],
  ] as const)(
    'in a circle that is %s and %s, whose standing is %s may: %j',
    (status, visibility, standing, actions) => {
      expect(allowed(member, circle(visibility, standing, { status }))).toEqual(actions)
    },
  )

  test('whoever has not accepted the agreement reads, and accepts, and does nothing else', () => {
    for (const visibility of ['open', 'confidential'] as const)
      for (const standing of ['member', 'host'] as const)
        expect(allowed(member, circle(visibility, standing, { mustAccept: true }))).toEqual([
          'read',
          'belong',
          'accept',
        ])
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
