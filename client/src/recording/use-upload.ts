import { type Upload, uploadAddress } from '@rondo/shared/media/model.ts'
import { listRecordings } from '@rondo/shared/recording/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Refused, Unreachable } from '../platform/refused.ts'
import { sendFile } from './send-file.ts'

export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly upload: Upload; readonly received: number }
  | { readonly kind: 'failed'; readonly upload: Upload; readonly error: Refused | Unreachable }

/** Brings a file to the server, or what is missing of it, and says how far it is. */
export function useUpload() {
  const client = useQueryClient()
  const [state, setState] = useState<UploadState>({ kind: 'idle' })
  const stop = useRef<() => void>(undefined)
  const refresh = useCallback(() => client.invalidateQueries({ queryKey: [listRecordings.path] }), [client])

  const send = useCallback(
    async (upload: Upload, file: File): Promise<void> => {
      setState({ kind: 'sending', upload, received: upload.received })
      const sending = sendFile(uploadAddress(upload.fileId), file, (received) =>
        setState({ kind: 'sending', upload, received }),
      )
      stop.current = sending.stop
      try {
        await sending.done
        setState({ kind: 'idle' })
      } catch (error) {
        setState({ kind: 'failed', upload, error: error as Refused | Unreachable })
      }
      await refresh()
    },
    [refresh],
  )
  const pause = useCallback(() => {
    stop.current?.()
    setState({ kind: 'idle' })
    void refresh()
  }, [refresh])
  return useMemo(() => ({ state, send, pause }), [state, send, pause])
}
