import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { askInThread } from '@rondo/shared/capture/contract.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { listThreads } from '@rondo/shared/thread/contract.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { staleByCaptures } from './queries.ts'

interface AskDialogProps {
  readonly capture: Capture
  readonly onClose: () => void
}

const LONGEST_TITLE = 160

const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length <= LONGEST_TITLE ? text : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`
}

/** A question, or a step that needs help, goes on in a thread of the circle; the words are prefilled and stay the asker's. */
export function AskDialog({ capture, onClose }: AskDialogProps) {
  const { t } = useTranslation()
  const { text } = capture
  const isHelp = capture.kind === 'next'
  const ask = useTell(askInThread, [...staleByCaptures, listThreads])
  const { form, submit, pending, problem } = useEntry({
    initial: {
      title: shortened(isHelp ? t('capture.ask.helpTitleOf', { text }) : text),
      body: isHelp ? t('capture.ask.helpBody', { text }) : text,
    },
    schema: askInThread.body,
    words: { title: t('capture.ask.titleWrong'), body: t('capture.ask.bodyWrong') },
    send: async (body) => {
      await ask.mutateAsync({ params: { captureId: capture.id }, body })
      notifications.show({ message: t('capture.ask.done') })
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(isHelp ? 'capture.ask.helpTitle' : 'capture.ask.title')}
      size={560}
    >
      <form className="capture-form" onSubmit={submit} noValidate>
        <TextInput data-autofocus label={t('capture.ask.titleLabel')} {...form.getInputProps('title')} />
        <Textarea
          label={t('capture.ask.body')}
          description={t('capture.ask.about')}
          autosize
          minRows={3}
          maxRows={10}
          {...form.getInputProps('body')}
        />
        {problem === null ? null : <RefusalNotice error={problem} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('capture.ask.not')}
          </Button>
          <Button type="submit" variant="filled" loading={pending}>
            {t(isHelp ? 'capture.ask.helpDo' : 'capture.ask.do')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
