import { Button, Group, TextInput } from '@mantine/core'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { day } from '@rondo/shared/kernel/time.ts'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useDateCapture } from './queries.ts'

interface DateDialogProps {
  readonly capture: Capture
  readonly onClose: () => void
}

const schema = z.object({ due: day })

/** Gives a next step another day. */
export function DateDialog({ capture, onClose }: DateDialogProps) {
  const { t } = useTranslation()
  const date = useDateCapture()
  const { form, submit, pending, problem } = useEntry({
    initial: { due: capture.due ?? '' },
    schema,
    words: { due: t('capture.date.wrong') },
    send: async ({ due }) => {
      await date.mutateAsync({ capture, due })
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('capture.date.title')}>
      <form className="capture-form" onSubmit={submit} noValidate>
        <p className="capture-form-about">{capture.text}</p>
        <TextInput data-autofocus type="date" label={t('capture.date.due')} {...form.getInputProps('due')} />
        {problem === null ? null : <RefusalNotice error={problem} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('capture.date.keep')}
          </Button>
          <Button type="submit" variant="filled" loading={pending}>
            {t('capture.date.do')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
