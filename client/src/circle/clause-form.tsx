import { Button } from '@mantine/core'
import { clauses as rightClauses } from '@rondo/shared/circle/agreement.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ClauseFields, draftOf } from './clause-fields.tsx'

interface ClauseFormProps {
  readonly start: readonly string[]
  /** What saving is called here. */
  readonly yes: string
  readonly busy: boolean
  readonly problem: unknown
  /** What should be known before saving. */
  readonly note?: ReactNode
  readonly onSave: (clauses: string[]) => void
  readonly onCancel: () => void
}

/** Clauses in the making. What was written stays here whatever the answer is. */
export function ClauseForm({ start, yes, busy, problem, note, onSave, onCancel }: ClauseFormProps) {
  const { t } = useTranslation()
  const [clauses, setClauses] = useState(() => draftOf(start))
  const [wrong, setWrong] = useState(false)
  const save = () => {
    const written = clauses.map(({ text }) => text.trim()).filter((text) => text !== '')
    const isRight = rightClauses.safeParse(written).success
    setWrong(!isRight)
    if (isRight) onSave(written)
  }
  return (
    <form
      className="clause-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ClauseFields
        clauses={clauses}
        onChange={(next) => {
          setClauses(next)
          setWrong(false)
        }}
      />
      <p className="control-error" role="alert">
        {wrong ? t('circle.agreement.wrong') : ''}
      </p>
      {note}
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="circle-settings-act">
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
