import type { FileId } from '@rondo/shared/kernel/id.ts'
import { useEffect, useState } from 'react'
import { addressOfImage } from '../send-image.ts'
import type { Size } from './shapes.ts'

/** The picture that is drawn on, as it is, and as this browser shows it. */
export interface Picture extends Size {
  readonly file: Blob
  readonly address: string
}

type Loading = { readonly kind: 'loading' | 'failed' } | { readonly kind: 'there'; readonly picture: Picture }

/** Loads a picture; `again` tries once more. */
export function usePicture(fileId: FileId): { readonly state: Loading; readonly again: () => void } {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<Loading>({ kind: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round is another try
  useEffect(() => {
    let address: string | undefined
    let isOver = false
    setState({ kind: 'loading' })
    const load = async () => {
      const answer = await fetch(addressOfImage(fileId))
      if (!answer.ok) throw new Error(`The picture was answered with ${answer.status}.`)
      const file = await answer.blob()
      const { width, height } = await createImageBitmap(file)
      if (isOver) return
      address = URL.createObjectURL(file)
      setState({ kind: 'there', picture: { file, address, width, height } })
    }
    load().catch(() => isOver || setState({ kind: 'failed' }))
    return () => {
      isOver = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [fileId, round])
  return { state, again: () => setRound(round + 1) }
}
