import { type Action, type CircleThing, may } from '@rondo/shared/circle/may.ts'
import { useMe } from '../account/index.ts'

/** Whether the reader may do this in the circle. */
export const useMay = (action: Action, circle: CircleThing): boolean => {
  const me = useMe()
  return me !== undefined && may({ memberId: me.id, role: me.role }, action, { kind: 'circle', ...circle })
}

/** Whether the reader may change the circle and take seats away. */
export const useMayManage = (circle: CircleThing): boolean => useMay('manage', circle)
