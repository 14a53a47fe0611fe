import { Button } from '@mantine/core'
import { changeCircle, listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import { type Circle, circle as circleModel, purpose } from '@rondo/shared/circle/model.ts'
import { listMeetings, listMyMeetings, readMeeting } from '@rondo/shared/meeting/contract.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { CircleFields, type Described, useCircleWords } from './circle-fields.tsx'
import { changeOf, describedOf, type Field, together, wordOf } from './together.ts'

/** What a host may change. What another host saves meanwhile appears here at once. */
export function SettingsForm({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState(false)
  const stale = [listCircles, readCircle, listMeetings, listMyMeetings, readMeeting, readRotation]
  const change = useTell(changeCircle, stale)
  const entry = useEntry<Described>({
    initial: describedOf(circle),
    schema: circle.status === 'draft' ? changeCircle.body : started,
    words: useCircleWords(),
    send: async (values) => {
      const changed = changeOf(circle, values)
      if (changed !== undefined) {
        const body = { ...changed.change, from: changed.from }
        await change.mutateAsync({ params: { circleId: circle.id }, body })
      }
      setSaved(true)
    },
  })
  const { form, submit, pending, problem } = entry
  const contested = useOthers(circle, form)
  const isSaved = saved && changeOf(circle, form.values) === undefined
  return (
    <form className="new-circle-form" onSubmit={submit} onChange={() => setSaved(false)} noValidate>
      <CircleFields form={form} aboutVisibility={useVisibilityNote(circle, form.values)} />
      <div role="status">
        {contested.map((field) => (
          <p key={field} className="circle-contested">
            {t(`circle.settings.contested.${field}`, { theirs: theirsOf(circle, field, t) })}
          </p>
        ))}
      </div>
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="circle-settings-act">
        <Button type="submit" variant="filled" loading={pending}>
          {t('circle.settings.save')}
        </Button>
        <ButtonLink variant="subtle" to="/circles/$circleId" params={{ circleId: circle.id }}>
          {t('circle.settings.back')}
        </ButtonLink>
        <p className="text-small soft" role="status">
          {isSaved ? t('circle.settings.saved') : ''}
        </p>
      </div>
    </form>
  )
}

/** Lets into the form what others saved, and answers the fields where they and I say different things. */
function useOthers(circle: Circle, form: ReturnType<typeof useEntry<Described>>['form']): readonly Field[] {
  const [known, setKnown] = useState({ circle, contested: NONE })
  if (known.circle !== circle) {
    const heard = together(describedOf(known.circle), form.values, describedOf(circle))
    setKnown({ circle, contested: [...new Set([...known.contested, ...heard.contested])] })
    form.setValues(heard.values)
  }
  return known.contested.filter((field) => wordOf(form.values, field) !== circle[field])
}

const NONE: readonly Field[] = []

/** A circle that was started keeps a purpose. */
const started = circleModel
  .pick({ name: true, visibility: true, timeZone: true, seatLimit: true })
  .extend({ purpose })

function theirsOf(circle: Circle, field: Field, t: ReturnType<typeof useTranslation>['t']): string {
  if (field === 'seatLimit')
    return circle.seatLimit === null
      ? t('circle.size.any')
      : t('circle.size.most', { count: circle.seatLimit })
  if (field !== 'visibility') return circle[field]
  return t(circle.visibility === 'open' ? 'circle.new.openCircle' : 'circle.new.confidential')
}

/** What follows at once from choosing another visibility. */
function useVisibilityNote(circle: Circle, { visibility }: Described): string {
  const { t } = useTranslation()
  if (visibility === circle.visibility) return ''
  if (visibility === 'open') return t('circle.settings.opens')
  return t('circle.settings.closes', { count: circle.seats.length })
}
