import { Button, FileButton, Progress } from '@mantine/core'
import type { Upload } from '@rondo/shared/media/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ACCEPTED } from './accepted.ts'
import type { useUpload } from './use-upload.ts'

interface UnderwayProps {
  readonly uploads: readonly Upload[]
  readonly upload: ReturnType<typeof useUpload>
}

/** Uploads on their way: how far they are, and how one that was cut goes on. */
export function Underway({ uploads, upload: { state, send, pause } }: UnderwayProps) {
  const { t } = useTranslation()
  const [other, setOther] = useState<string>()
  const goOn = (upload: Upload, file: File | null) => {
    if (file === null) return
    const isSame = file.size === upload.bytes && file.name === upload.label
    setOther(isSame ? undefined : upload.fileId)
    if (isSame) void send(upload, file)
  }
  return (
    <>
      {uploads.map((upload) => {
        const isSending = state.kind === 'sending' && state.upload.fileId === upload.fileId
        const received = isSending ? state.received : upload.received
        const percent = Math.floor((100 * received) / upload.bytes)
        return (
          <div key={upload.fileId} className="recording-underway">
            <p>{t(isSending ? 'recording.sending' : 'recording.cut', { label: upload.label, percent })}</p>
            <Progress value={percent} aria-label={t('recording.progress', { label: upload.label })} />
            {isSending ? (
              <Button size="compact-sm" onClick={pause}>
                {t('recording.pause')}
              </Button>
            ) : (
              <FileButton onChange={(file) => goOn(upload, file)} accept={ACCEPTED}>
                {(props) => (
                  <Button size="compact-sm" {...props}>
                    {t('recording.goOn')}
                  </Button>
                )}
              </FileButton>
            )}
            {other === upload.fileId ? (
              <p role="alert">{t('recording.otherFile', { label: upload.label })}</p>
            ) : null}
          </div>
        )
      })}
      {state.kind === 'failed' ? <RefusalNotice error={state.error} /> : null}
    </>
  )
}
