import { type Action, type CircleThing, may } from '@rondo/shared/circle/may.ts'
import { useMe } from '../account/index.ts'

/** Tells what the reader may do in which circle. */
export const useMayIn = (): ((action: Action, circle: CircleThing) => boolean) => {
  const me = useMe()
  if (me === undefined) return () => false
  return (action, circle) => may({ memberId: me.id, role: me.role }, action, { kind: 'circle', ...circle })
}

/** Whether the reader may do this in the circle. */
export const useMay = (action: Action, circle: CircleThing): boolean => useMayIn()(action, circle)

/** Whether the reader may change the circle and take seats away. */
export const useMayManage = (circle: CircleThing): boolean => useMay('manage', circle)
