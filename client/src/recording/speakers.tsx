import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { CircleId, MemberId, RecordingId } from '@rondo/shared/kernel/id.ts'
import { type Speaker, speakerName } from '@rondo/shared/recording/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMembers } from '../account/index.ts'
import { useCircle } from '../circle/index.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useRenameSpeaker } from './queries.ts'

interface SpeakersProps {
  readonly recordingId: RecordingId
  readonly circleId: CircleId
  readonly speakers: readonly Speaker[]
}

/** Names who speaks, in all that they said at once. */
export function Speakers({ recordingId, circleId, speakers }: SpeakersProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpened(true)}>
        {t('recording.speakers')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('recording.speakers')}>
        <p className="soft">{t('recording.speakersAbout')}</p>
        {speakers.map((speaker) => (
          <SpeakerForm
            key={`${speaker.number} ${speaker.name} ${speaker.memberId}`}
            recordingId={recordingId}
            circleId={circleId}
            speaker={speaker}
          />
        ))}
      </Dialog>
    </>
  )
}

interface SpeakerFormProps {
  readonly recordingId: RecordingId
  readonly circleId: CircleId
  readonly speaker: Speaker
}

function SpeakerForm({ recordingId, circleId, speaker }: SpeakerFormProps) {
  const { t } = useTranslation()
  const members = useMembers()
  const seats = useCircle(circleId).data?.seats ?? []
  const [name, setName] = useState(speaker.name)
  const [member, setMember] = useState<string>(speaker.memberId ?? '')
  const rename = useRenameSpeaker()
  const from = { name: speaker.name, memberId: speaker.memberId }
  const isChanged = name !== speaker.name || member !== (speaker.memberId ?? '')
  const isName = speakerName.safeParse(name).success
  return (
    <form
      className="recording-form"
      onSubmit={(event) => {
        event.preventDefault()
        const memberId = member === '' ? null : (member as MemberId)
        rename.mutate({ params: { recordingId, number: speaker.number }, body: { name, memberId, from } })
      }}
    >
      <TextInput
        label={t('recording.speakerName', { number: speaker.number })}
        value={name}
        error={isName ? undefined : t('recording.speakerWrong')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('recording.speakerIs')}
        value={member}
        data={[
          { value: '', label: t('recording.speakerNobody') },
          ...seats.map(({ memberId }) => ({ value: memberId, label: members.get(memberId)?.name ?? '' })),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          setMember(chosen)
          setName(members.get(chosen as MemberId)?.name ?? name)
        }}
      />
      <Button type="submit" disabled={!isChanged || !isName} loading={rename.isPending}>
        {t('recording.save')}
      </Button>
      {rename.error === null ? null : <RefusalNotice error={rename.error} />}
    </form>
  )
}
