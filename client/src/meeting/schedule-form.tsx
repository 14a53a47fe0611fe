import { Button, TextInput } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { meetingTitle } from '@rondo/shared/meeting/model.ts'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useMe } from '../account/index.ts'
import {
  draftOf,
  FormatChoice,
  isRightSegment,
  plannedOf,
  SegmentFields,
  type ShownFormat,
  useShownFormats,
} from '../format/index.ts'
import { serverNow } from '../platform/clock.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useSchedule } from './queries.ts'
import { RoleFields } from './role-fields.tsx'
import { useScheduleDraft } from './schedule-draft.ts'
import { WhenFields } from './when-fields.tsx'
import { instantIn, type LocalTime, proposedTime } from './zone-time.ts'

interface ScheduleFormProps {
  readonly circle: Circle
  /** The start that whoever came here had found already. */
  readonly proposed: Partial<LocalTime>
  /** When the circle's latest meeting starts, to propose the next time. */
  readonly lastStart: number | undefined
}

/** The roles a person chose; the empty text follows the rota. */
export interface ChosenRoles {
  readonly facilitatorId: MemberId | ''
  readonly presenterId: MemberId | ''
  readonly noteTakerId: MemberId | ''
}

const filled = z.object({
  title: meetingTitle,
  day: z.iso.date(),
  time: z.string().regex(/^\d\d:\d\d/),
})

const NOBODY: ChosenRoles = { facilitatorId: '', presenterId: '', noteTakerId: '' }

/** Format, title, time, roles and segments: enough for the meeting's page to exist. */
export function ScheduleForm({ circle, proposed, lastStart }: ScheduleFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const schedule = useSchedule()
  const locale = useMe()?.locale ?? 'en'
  const draft = useScheduleDraft(circle.id)
  const { before } = draft
  const formats = useShownFormats(circle.id)
  const [format, setFormat] = useState<ShownFormat['id']>(before?.format ?? 'brown-bag')
  const [page, setPage] = useState(before?.page ?? '')
  const [wanted, setWanted] = useState(() => before?.wanted ?? formatIn(locale, 'brown-bag').roles)
  const [drafts, setDrafts] = useState(
    () => before?.drafts ?? draftOf(formatIn(locale, 'brown-bag').segments),
  )
  const [roles, setRoles] = useState<ChosenRoles>(before?.roles ?? NOBODY)
  const [tried, setTried] = useState(false)
  const when = t('meeting.schedule.whenWrong')
  const { form, submit, pending, problem } = useEntry({
    initial: {
      title: before?.title ?? '',
      ...(before === undefined
        ? proposedTime(circle.timeZone, lastStart, serverNow())
        : { day: before.day, time: before.time }),
      ...proposed,
    },
    schema: filled,
    words: { title: t('meeting.schedule.nameWrong'), day: when, time: when },
    send: async ({ title, day, time }) => {
      const meeting = await schedule.mutateAsync({
        params: { circleId: circle.id },
        body: {
          title,
          format,
          startsAt: instantIn(circle.timeZone, { day, time }) ?? serverNow(),
          segments: plannedOf(drafts),
          page,
          roles: wanted,
          ...chosenOf(roles, wanted),
        },
      })
      draft.sent()
      await navigate({ to: '/meetings/$meetingId', params: { meetingId: meeting.id } })
    },
  })
  useEffect(() => draft.keep({ ...form.getValues(), format, page, wanted, drafts, roles }))
  const choose = (chosen: ShownFormat) => {
    setFormat(chosen.id)
    setPage(chosen.page)
    setWanted(chosen.roles)
    setDrafts(draftOf(chosen.segments))
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    setTried(true)
    if (drafts.length > 0 && drafts.every(isRightSegment)) return submit(event)
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('[data-segments] [aria-invalid="true"]')?.focus()
  }
  return (
    <form className="schedule-form" onSubmit={send} noValidate>
      <div>
        <FormatChoice formats={formats} value={format} onChange={choose} />
        <p className="text-small schedule-to-formats">
          <TextLink to="/circles/$circleId/formats" params={{ circleId: circle.id }}>
            {t('format.edit')}
          </TextLink>
        </p>
      </div>
      <TextInput
        label={t('meeting.schedule.name')}
        placeholder={t('meeting.schedule.namePlaceholder')}
        {...form.getInputProps('title')}
      />
      <WhenFields
        zone={circle.timeZone}
        value={form.values}
        day={form.getInputProps('day')}
        time={form.getInputProps('time')}
      />
      <RoleFields circle={circle} wanted={wanted} value={roles} onChange={setRoles} />
      <SegmentFields drafts={drafts} tried={tried} onChange={setDrafts} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div>
        <Button type="submit" variant="filled" loading={pending}>
          {t('meeting.schedule.submit')}
        </Button>
      </div>
    </form>
  )
}

/** Whoever was chosen for a role that the format does not have was chosen for another one. */
function chosenOf({ facilitatorId, presenterId, noteTakerId }: ChosenRoles, wanted: readonly string[]) {
  return {
    ...(facilitatorId === '' ? {} : { facilitatorId }),
    ...(presenterId === '' || !wanted.includes('presenter') ? {} : { presenterId }),
    ...(noteTakerId === '' || !wanted.includes('note-taker') ? {} : { noteTakerId }),
  }
}
