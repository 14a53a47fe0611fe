import type { Capture } from '@rondo/shared/capture/model.ts'
import { isTickable } from '@rondo/shared/document/capture-kinds.ts'

/** Whether it still waits to be done or answered. */
export const isOpen = ({ kind, done, dropped }: Pick<Capture, 'kind' | 'done' | 'dropped'>): boolean =>
  isTickable(kind) && !done && dropped === null
