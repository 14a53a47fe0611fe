import { Button, TextInput } from '@mantine/core'
import type { CadenceView } from '@rondo/shared/cadence/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { useWho } from '../account/index.ts'
import { FairHourLink } from '../hours/index.ts'
import { serverNow } from '../platform/clock.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { EndCadence } from './end-cadence.tsx'
import { ExceptionFields } from './exception-fields.tsx'
import { type CadenceValues, filledCadence, planOf, proposedCadence, valuesOf } from './form-values.ts'
import { FormatSelect } from './format-select.tsx'
import { Outcome, type OutcomeOf } from './outcome.tsx'
import { Preview } from './preview.tsx'
import { proposedValues } from './proposal-in-address.ts'
import { useSetCadence } from './queries.ts'
import { RuleFields } from './rule-fields.tsx'
import { TimeFields } from './time-fields.tsx'

interface CadenceFormProps {
  readonly circle: Circle
  readonly view: CadenceView
}

/** Lets a host say when the circle meets. What another host saves meanwhile is told, and takes nothing away. */
export function CadenceForm({ circle, view }: CadenceFormProps) {
  const [theirs, setTheirs] = useState(0)
  return <Entry key={theirs} circle={circle} view={view} onTakeTheirs={() => setTheirs(theirs + 1)} />
}

function Entry({ circle, view, onTakeTheirs }: CadenceFormProps & { readonly onTakeTheirs: () => void }) {
  const { t } = useTranslation()
  const [seen, setSeen] = useState(view.version)
  const [done, setDone] = useState<OutcomeOf | null>(null)
  const proposed = proposedValues(useSearch({ strict: false }))
  const set = useSetCadence()
  const finish = ({ changes, version }: { changes: OutcomeOf; version: number }) => {
    setSeen(version)
    setDone(changes)
  }
  const entry = useEntry<CadenceValues>({
    initial: {
      ...(view.cadence === null
        ? proposedCadence(circle.name, tomorrowIn(circle.timeZone))
        : valuesOf(view.cadence)),
      ...proposed,
    },
    schema: filledCadence,
    words: {
      title: t('meeting.schedule.nameWrong'),
      startsOn: t('cadence.form.dayWrong'),
      times: t('cadence.form.timeWrong'),
      draft: t('cadence.form.weekdayWrong'),
    },
    send: async (values) => {
      setDone(null)
      const body = { ...planOf(values), from: seen }
      finish(await set.mutateAsync({ params: { circleId: circle.id }, body }))
    },
  })
  const { form, submit, pending, problem } = entry
  const isLate = view.version > seen && !pending
  return (
    <form className="cadence-form" onSubmit={submit} noValidate>
      <TextInput label={t('cadence.form.name')} {...form.getInputProps('title')} />
      <FormatSelect
        circleId={circle.id}
        value={form.values.format}
        onChange={(format) => form.setFieldValue('format', format)}
      />
      <RuleFields form={form} />
      <TimeFields form={form} zone={circle.timeZone} />
      <FairHourLink circleId={circle.id} search={{ view: 'series' }} />
      <ExceptionFields form={form} />
      <Preview plan={planOf(form.values)} zone={circle.timeZone} />
      {isLate ? <Overtaken view={view} onMine={() => setSeen(view.version)} onTheirs={onTakeTheirs} /> : null}
      {problem === null || isLate ? null : <RefusalNotice error={problem} />}
      <div className="cadence-acts">
        <Button type="submit" variant="filled" loading={pending} disabled={isLate}>
          {t(view.cadence === null ? 'cadence.form.set' : 'cadence.form.save')}
        </Button>
        {view.cadence === null ? null : <EndCadence circle={circle} from={seen} onDone={finish} />}
      </div>
      <Outcome changes={done} />
    </form>
  )
}

interface OvertakenProps {
  readonly view: CadenceView
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Another host was faster: what stands here is kept until it is said what counts. */
function Overtaken({ view, onMine, onTheirs }: OvertakenProps) {
  const { t } = useTranslation()
  const who = useWho()
  const by = view.cadence?.changedBy
  return (
    <div className="cadence-overtaken" role="alert">
      <p>
        {by === undefined
          ? t('cadence.form.endedMeanwhile')
          : t('cadence.form.changedMeanwhile', { name: who(by).name })}
      </p>
      <div className="cadence-acts">
        <Button onClick={onTheirs}>{t('cadence.form.takeTheirs')}</Button>
        <Button variant="subtle" onClick={onMine}>
          {t('cadence.form.keepMine')}
        </Button>
      </div>
    </div>
  )
}

const tomorrowIn = (zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(serverNow())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toString()
