import { listCircles } from '@rondo/shared/circle/contract.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useAsk } from '../platform/ask.ts'
import { useAccount } from './session.ts'

/** The circles in which the reader may begin something. */
export const useWritableCircles = (): Circle[] => {
  const me = useAccount()
  const circles = useAsk(listCircles).data?.circles ?? []
  if (me === undefined) return []
  const who = { memberId: me.id, role: me.role }
  return circles.filter((circle) => may(who, 'create', { kind: 'circle', ...circle }))
}
