import { useState } from 'react'
import type { DocumentHandle } from './open-document.ts'
import { dropSetAside, readSetAside } from './set-aside.ts'

/** What the reader wrote into a state of this document that is no more, and how to be done with it. */
export const useSetAside = ({ memberId, documentId }: DocumentHandle) => {
  const [text, setText] = useState(() => readSetAside(memberId, documentId))
  const drop = (): void => {
    dropSetAside(memberId, documentId)
    setText(undefined)
  }
  return { text, drop }
}
