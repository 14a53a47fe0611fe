import { useContext, useLayoutEffect } from 'react'
import { type Frame, FrameContext } from './frame.ts'

/**
 * Tells the shell where we are, who else is here and what became of the writing:
 * `useFrame({ crumbs: [{ label: t('circle.all'), to: '/circles' }, { label: circle.name }] })`.
 */
export function useFrame(frame: Frame): void {
  const show = useContext(FrameContext)
  // The content decides, not the identity of the object, so that screens may write it inline.
  const content = JSON.stringify(frame)
  // Before anything is painted, so that the frame never stands round a screen as it was for the one before.
  useLayoutEffect(() => {
    show(JSON.parse(content) as Frame)
  }, [show, content])
}
