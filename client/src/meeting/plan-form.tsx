import { Button } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import './before-start.css'
import './schedule.css'

interface PlanFormProps {
  readonly onSubmit: ComponentProps<'form'>['onSubmit']
  readonly pending: boolean
  /** What came back in the place of an answer; null where nothing did. */
  readonly problem: unknown
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What changes in the plan of a meeting, and whether to keep it as it was. */
export function PlanForm({ onSubmit, pending, problem, onClose, children }: PlanFormProps) {
  const { t } = useTranslation()
  return (
    <form className="plan-form" onSubmit={onSubmit} noValidate>
      {children}
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="plan-form-acts">
        <Button variant="subtle" onClick={onClose}>
          {t('meeting.before.keep')}
        </Button>
        <Button type="submit" variant="filled" loading={pending}>
          {t('meeting.before.save')}
        </Button>
      </div>
    </form>
  )
}
