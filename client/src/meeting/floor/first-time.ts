import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Service } from '@rondo/shared/rotation/model.ts'

interface Sight {
  readonly facilitator: MemberId
  readonly ledger: readonly Service[]
  readonly here: ReadonlySet<MemberId>
}

/**
 * Who could lead with somebody who leads for the first time: of those who are here, whoever led most recently. Undefined for
 * somebody who led before, and where nobody here did.
 */
export function companionFor({ facilitator, ledger, here }: Sight): MemberId | undefined {
  const led = ledger.filter(({ role }) => role === 'facilitator')
  if (led.some(({ memberId }) => memberId === facilitator)) return undefined
  return led.filter(({ memberId }) => here.has(memberId)).toSorted((a, b) => b.servedAt - a.servedAt)[0]
    ?.memberId
}
