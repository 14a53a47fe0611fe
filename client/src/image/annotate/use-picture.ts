import type { FileId } from '@rondo/shared/kernel/id.ts'
import { useQuery } from '@tanstack/react-query'
import { addressOfImage } from '../send-image.ts'
import type { Size } from './shapes.ts'

/** The picture that is drawn on, as it is, and where this browser shows it from. */
export interface Picture extends Size {
  readonly file: Blob
  readonly address: string
}

const load = async (fileId: FileId): Promise<Picture> => {
  const address = addressOfImage(fileId)
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The picture was answered with ${answer.status}.`)
  const file = await answer.blob()
  const bitmap = await createImageBitmap(file)
  const { width, height } = bitmap
  bitmap.close()
  return { file, address, width, height }
}

/** Loads a picture; it is kept no longer than somebody draws on it. */
export const usePicture = (fileId: FileId) =>
  useQuery({
    queryKey: ['picture', fileId],
    queryFn: () => load(fileId),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
