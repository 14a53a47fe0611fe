import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../account/model.ts'
import type { MeetingId, MemberId } from '../kernel/id.ts'
import { type Action, type CircleThing, may, type Thing } from './may.ts'

const member: Actor = { memberId: '00000000-0000-4000-8000-000000000001' as MemberId, role: 'member' }
const owner: Actor = { ...member, role: 'owner' }
const guest: Actor = {
  memberId: member.memberId,
  role: 'guest',
  meetingId: '00000000-0000-4000-8000-000000000002' as MeetingId,
}
const ACTIONS: Action[] = [
  'read',
  'belong',
  'write',
  'take-part',
  'post',
  'join',
  'invite',
  'accept',
  'propose',
  'manage',
  'create',
]
const MEMBER = [
  'read',
  'belong',
  'write',
  'take-part',
  'post',
  'invite',
  'accept',
  'propose',
  'create',
] as const
const HOST = [
  'read',
  'belong',
  'write',
  'take-part',
  'post',
  'invite',
  'accept',
  'propose',
  'manage',
  'create',
] as const
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
    [
      'closing',
      'open',
      'host',
      ['read', 'belong', 'write', 'take-part', 'post', 'accept', 'manage', 'create'],
    ],
    ['closing', 'open', 'member', ['read', 'belong', 'write', 'take-part', 'post', 'accept', 'create']],
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

  test('a guest is in the room of their one meeting while its circle is open and alive, and nobody anywhere else', () => {
    const things = fc.oneof(
      fc.constantFrom<Thing>({ kind: 'workspace' }, { kind: 'shared-page' }),
      fc.record({
        kind: fc.constant('circle' as const),
        visibility: fc.constantFrom('open' as const, 'confidential' as const),
        status: fc.constantFrom('draft' as const, 'active' as const, 'closing' as const, 'archived' as const),
        standing: fc.constantFrom('host' as const, 'member' as const, 'none' as const, 'guest' as const),
        mustAccept: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(things, (thing) => {
        const isTheirs =
          thing.kind === 'circle' &&
          thing.standing === 'guest' &&
          thing.visibility === 'open' &&
          ['active', 'closing'].includes(thing.status)
        expect(allowed(guest, thing)).toEqual(isTheirs ? ['read', 'take-part'] : [])
      }),
    )
  })

  test('whoever may write in a circle takes part in its meetings, and nobody else who is a member', () => {
    for (const standing of ['host', 'member', 'none'] as const)
      for (const status of ['draft', 'active', 'closing', 'archived'] as const)
        expect(may(member, 'take-part', circle('open', standing, { status }))).toBe(
          may(member, 'write', circle('open', standing, { status })),
        )
  })
})
