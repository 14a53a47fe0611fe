import { useCallback, useState } from 'react'

/** Whether this person's caret stands in the text now. */
const isInText = (): boolean => Boolean(document.activeElement?.closest('.ProseMirror'))

/**
 * Whoever was writing when the meeting was wrapped keeps the room, and with it caret and sentence, until they ask for
 * the show-notes themselves. Answers whether that is so, and how to go.
 */
export function useStillWriting(isOver: boolean): readonly [boolean, () => void] {
  const [wasOver, setWasOver] = useState(isOver)
  const [isWriting, setIsWriting] = useState(false)
  if (isOver !== wasOver) {
    setWasOver(isOver)
    setIsWriting(isOver && isInText())
  }
  const go = useCallback(() => setIsWriting(false), [])
  return [isOver && isWriting, go]
}
