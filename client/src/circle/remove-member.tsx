import { ActionIcon } from '@mantine/core'
import { listCircles, readCircle, unseatMember } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Who } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface RemoveMemberProps {
  readonly circle: Circle
  readonly person: Who
}

/** A host takes somebody's seat away, after reading what that means for them. */
export function RemoveMember({ circle, person }: RemoveMemberProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const remove = useTell(unseatMember, [listCircles, readCircle, readRotation])
  const { name } = person
  const words = t('circle.remove.open', { name })
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={32}
        color="var(--c-ink-3)"
        className="remove-member"
        aria-label={words}
        title={words}
        onClick={() => setAsked(true)}
      >
        <IconUserMinus size={18} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <Confirm
        opened={asked}
        onClose={() => {
          setAsked(false)
          remove.reset()
        }}
        title={t('circle.remove.title', { name, circle: circle.name })}
        yes={t('circle.remove.yes', { name: person.shown })}
        no={t('circle.remove.no')}
        onYes={() => remove.mutate({ params: { circleId: circle.id, memberId: person.id } })}
        busy={remove.isPending}
        danger
      >
        <p>{t(`circle.remove.about.${circle.visibility}`, { name: person.shown })}</p>
        <p>{t('circle.remove.stays', { name: person.shown })}</p>
        {remove.error === null ? null : <RefusalNotice error={remove.error} />}
      </Confirm>
    </>
  )
}
