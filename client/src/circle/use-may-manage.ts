import { may } from '@rondo/shared/circle/may.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useMe } from '../account/index.ts'

/** Whether the reader may change the circle and take seats away. */
export const useMayManage = ({ visibility, standing }: Circle): boolean => {
  const me = useMe()
  if (me === undefined) return false
  return may({ memberId: me.id, role: me.role }, 'manage', { kind: 'circle', visibility, standing })
}
