import { Button } from '@mantine/core'
import type { OwnFormat } from '@rondo/shared/format/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'

interface ChangedProps {
  readonly newer: OwnFormat
  /** Whether something was typed here that would be lost. */
  readonly isTouched: boolean
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Somebody else saved the format that is being edited: who, and what to do with one's own words. */
export function Changed({ newer, isTouched, onTheirs, onMine }: ChangedProps) {
  const { t } = useTranslation()
  const who = useWho()
  return (
    <div className="format-changed" role="status">
      <p>
        <b>{t('format.changed.says', { name: who(newer.changedBy).name })}</b>{' '}
        {isTouched ? t('format.changed.safe') : null}
      </p>
      <div>
        <Button onClick={onTheirs}>{t('format.changed.theirs')}</Button>
        {isTouched ? <Button onClick={onMine}>{t('format.changed.mine')}</Button> : null}
      </div>
    </div>
  )
}
