import { ActionIcon } from '@mantine/core'
import { listCircles, makeHost, readCircle, stepDown } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { IconUserUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Who } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface MakeHostProps {
  readonly circle: Circle
  readonly person: Who
}

/** A host makes somebody else a host too. */
export function MakeHost({ circle, person }: MakeHostProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const make = useTell(makeHost, [listCircles, readCircle])
  const words = t('circle.hosts.make', { name: person.name })
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={32}
        color="var(--c-ink-3)"
        className="make-host"
        aria-label={words}
        title={words}
        onClick={() => setAsked(true)}
      >
        <IconUserUp size={18} stroke={1.5} aria-hidden="true" />
      </ActionIcon>
      <Confirm
        opened={asked}
        onClose={() => {
          setAsked(false)
          make.reset()
        }}
        title={t('circle.hosts.title', { name: person.name })}
        yes={t('circle.hosts.yes')}
        no={t('circle.hosts.no')}
        onYes={() =>
          make.mutate(
            { params: { circleId: circle.id }, body: { memberId: person.id } },
            { onSuccess: () => setAsked(false) },
          )
        }
        busy={make.isPending}
      >
        {t('circle.hosts.about', { name: person.shown })}
        {make.error === null ? null : <RefusalNotice error={make.error} />}
      </Confirm>
    </>
  )
}

/** A host is a member like the others again; the last one is told what to do first. */
export function StepDown({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const step = useTell(stepDown, [listCircles, readCircle])
  return (
    <>
      <button
        type="button"
        className="text-link"
        disabled={step.isPending}
        onClick={() => step.mutate({ params: { circleId: circle.id } })}
      >
        {t('circle.hosts.stepDown')}
      </button>
      {step.error === null ? null : <RefusalNotice error={step.error} />}
    </>
  )
}
