import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { type Exit, exit as rightExit } from '@rondo/shared/circle/course.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface ExitInputsProps {
  readonly value: Exit
  readonly onChange: (exit: Exit) => void
}

/** A day, a number of meetings, all goals met: any of them, or none. */
export function ExitInputs({ value, onChange }: ExitInputsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        type="date"
        label={t('circle.course.onLabel')}
        value={value.on ?? ''}
        onChange={(event) => onChange({ ...value, on: event.currentTarget.value || null })}
      />
      <NumberInput
        label={t('circle.course.meetingsLabel')}
        min={1}
        max={999}
        allowDecimal={false}
        value={value.meetings ?? ''}
        onChange={(meetings) =>
          onChange({ ...value, meetings: typeof meetings === 'number' ? meetings : null })
        }
      />
      <Checkbox
        label={t('circle.course.goalsLabel')}
        checked={value.goals}
        onChange={(event) => onChange({ ...value, goals: event.currentTarget.checked })}
      />
    </>
  )
}

interface ExitFieldsProps {
  readonly start: Exit
  readonly yes: string
  readonly busy: boolean
  readonly problem: unknown
  readonly onSave: (exit: Exit) => void
  readonly onCancel: () => void
}

/** Another exit, for a circle that goes on beyond the one it reached. */
export function ExitFields({ start, yes, busy, problem, onSave, onCancel }: ExitFieldsProps) {
  const { t } = useTranslation()
  const [exit, setExit] = useState(start)
  return (
    <form
      className="new-circle-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (rightExit.safeParse(exit).success) onSave(exit)
      }}
    >
      <p className="soft">{t('circle.drift.laterExit')}</p>
      <ExitInputs value={exit} onChange={setExit} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="circle-state-act">
        <Button type="submit" variant="filled" loading={busy}>
          {yes}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('circle.agreement.stopWriting')}
        </Button>
      </div>
    </form>
  )
}
