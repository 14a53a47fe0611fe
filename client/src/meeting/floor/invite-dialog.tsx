import { Button, Group, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { MOST_INVITING_LETTERS } from '@rondo/shared/notify/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../../ui/states/refusal-notice.tsx'
import { useInviteToSpeak } from './queries.ts'

interface InviteDialogProps {
  readonly meetingId: MeetingId
  readonly to: MemberId
  readonly onClose: () => void
  readonly onSent: () => void
}

/** The words in which somebody is invited to speak: a draft, to be made one's own. */
export function InviteDialog({ meetingId, to, onClose, onSent }: InviteDialogProps) {
  const { t } = useTranslation()
  const { shown: name } = useWho()(to)
  const [text, setText] = useState(t('meeting.floor.quiet.draft'))
  const invite = useInviteToSpeak()
  const send = () =>
    invite.mutate(
      { params: { meetingId }, body: { to, text: text.trim() } },
      {
        onSuccess: () => {
          notifications.show({ message: t('meeting.floor.quiet.sent', { name }) })
          onSent()
        },
      },
    )
  return (
    <Dialog opened onClose={onClose} title={t('meeting.floor.quiet.write', { name })}>
      <Stack gap={16}>
        <Textarea
          label={t('meeting.floor.quiet.text')}
          description={t('meeting.floor.quiet.only', { name })}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={MOST_INVITING_LETTERS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        {invite.error === null ? null : <RefusalNotice error={invite.error} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('meeting.floor.quiet.keep')}
          </Button>
          <Button variant="filled" disabled={text.trim() === ''} loading={invite.isPending} onClick={send}>
            {t('meeting.floor.quiet.send')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
