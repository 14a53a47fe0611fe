import type { Cadence, CadencePlan } from '@rondo/shared/cadence/model.ts'
import { wallTime } from '@rondo/shared/cadence/model.ts'
import { formatRef } from '@rondo/shared/format/model.ts'
import { meetingTitle } from '@rondo/shared/meeting/model.ts'
import { z } from 'zod'
import { draftOfRule, type RuleDraft, ruleOf, weeklyFrom } from './rule-draft.ts'

/** What stands in the form. */
export interface CadenceValues extends Record<string, unknown> {
  title: string
  format: CadencePlan['format']
  startsOn: string
  times: string[]
  exceptions: string[]
  draft: RuleDraft
}

/** What the form asks for before anything is sent; whether a rule yields something the server says. */
export const filledCadence = z.object({
  title: meetingTitle,
  format: formatRef,
  startsOn: z.iso.date(),
  times: z.array(wallTime).min(1),
  exceptions: z.array(z.iso.date()),
  draft: z.custom<RuleDraft>().refine((draft) => draft.kind === 'own' || draft.weekdays.length > 0),
})

/** What a circle without a cadence is proposed: once a week from tomorrow. */
export const proposedCadence = (title: string, tomorrow: string): CadenceValues => ({
  title,
  format: 'learning-circle',
  startsOn: tomorrow,
  times: ['12:00'],
  exceptions: [],
  draft: weeklyFrom(tomorrow),
})

export const valuesOf = ({ title, format, startsOn, times, exceptions, rule }: Cadence): CadenceValues => ({
  title,
  format,
  startsOn,
  times,
  exceptions,
  draft: draftOfRule(rule, startsOn),
})

export const planOf = ({ draft, times, exceptions, ...values }: CadenceValues): CadencePlan => ({
  ...values,
  times: times.map((time) => time.slice(0, 5)),
  exceptions: [...new Set(exceptions)].filter((day) => day !== '').toSorted(),
  rule: ruleOf(draft),
})
