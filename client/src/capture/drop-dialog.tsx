import { Button, Group, TextInput } from '@mantine/core'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { dropReason } from '@rondo/shared/document/attributes.ts'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useDropCapture } from './queries.ts'

interface CaptureDialogProps {
  readonly capture: Capture
  readonly onClose: () => void
}

const schema = z.object({ reason: dropReason })

/** Asks why something is dropped: the reason stays beside it, and it can be taken up again. */
export function DropDialog({ capture, onClose }: CaptureDialogProps) {
  const { t } = useTranslation()
  const drop = useDropCapture()
  const { form, submit, pending, problem } = useEntry({
    initial: { reason: '' },
    schema,
    words: { reason: t('capture.drop.reasonWrong') },
    send: async ({ reason }) => {
      await drop.mutateAsync({ capture, reason })
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('capture.drop.title')}>
      <form className="capture-form" onSubmit={submit} noValidate>
        <p className="capture-form-about">{capture.text}</p>
        <TextInput
          data-autofocus
          label={t('capture.drop.reason')}
          placeholder={t('capture.drop.example')}
          description={t('capture.drop.about')}
          {...form.getInputProps('reason')}
        />
        {problem === null ? null : <RefusalNotice error={problem} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('capture.keep')}
          </Button>
          <Button type="submit" variant="filled" loading={pending}>
            {t('capture.drop.do')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
