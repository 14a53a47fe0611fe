import { Button } from '@mantine/core'
import type { Recording } from '@rondo/shared/recording/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useRemoveRecording } from './queries.ts'

/** Takes a recording out, after asking: what was said in it goes with it. */
export function RemoveRecording({ recording }: { readonly recording: Recording }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const remove = useRemoveRecording()
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {t('recording.remove')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('recording.removeTitle', { label: recording.label })}
        yes={t('recording.remove')}
        no={t('recording.keep')}
        danger
        busy={remove.isPending}
        onYes={() => remove.mutate({ params: { recordingId: recording.id } })}
      >
        {t('recording.removeAbout')}
        {remove.error === null ? null : <RefusalNotice error={remove.error} />}
      </Confirm>
    </>
  )
}
