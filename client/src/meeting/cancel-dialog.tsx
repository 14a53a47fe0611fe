import { Button, TextInput } from '@mantine/core'
import { cancelMeeting } from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { staleByPlan } from './queries.ts'
import './before-start.css'

interface CancelDialogProps {
  readonly meeting: Pick<Meeting, 'id' | 'title'>
  readonly opened: boolean
  readonly onClose: () => void
}

/** Calls a meeting off: says what follows, and asks for the reason that everybody will read. */
export function CancelDialog({ meeting, opened, onClose }: CancelDialogProps) {
  const { t } = useTranslation()
  const title = t('meeting.before.cancelTitle', { title: meeting.title })
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <CancelForm meeting={meeting} onClose={onClose} />
    </Dialog>
  )
}

function CancelForm({ meeting, onClose }: Omit<CancelDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const cancel = useTell(cancelMeeting, staleByPlan)
  const { form, submit, pending, problem } = useEntry({
    initial: { reason: '' },
    schema: cancelMeeting.body,
    words: { reason: t('meeting.before.reasonWrong') },
    send: async (body) => {
      await cancel.mutateAsync({ params: { meetingId: meeting.id }, body })
      onClose()
    },
  })
  return (
    <form className="plan-form" onSubmit={submit} noValidate>
      <p className="soft">{t('meeting.before.cancelAbout')}</p>
      <TextInput
        data-autofocus
        label={t('meeting.before.reason')}
        placeholder={t('meeting.before.reasonExample')}
        {...form.getInputProps('reason')}
      />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="plan-form-acts">
        <Button variant="subtle" onClick={onClose}>
          {t('meeting.before.keep')}
        </Button>
        <Button type="submit" variant="danger" loading={pending}>
          {t('meeting.before.cancel')}
        </Button>
      </div>
    </form>
  )
}
