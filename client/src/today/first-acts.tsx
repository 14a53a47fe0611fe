import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNewNote } from '../page/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { AskDialog } from './ask-dialog.tsx'

interface FirstActsProps {
  readonly mine: readonly Circle[]
  readonly open: readonly Circle[]
}

/** Three ways to begin, none of which needs anybody's permission. */
export function FirstActs({ mine, open }: FirstActsProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const note = useNewNote(null)
  const hasTable = mine.length + open.length > 0
  return (
    <>
      <div className="first-acts">
        {hasTable ? (
          <Button variant="filled" onClick={() => setAsking(true)}>
            {t('today.acts.ask')}
          </Button>
        ) : null}
        <ButtonLink to="/circles/new" variant={hasTable ? 'default' : 'filled'}>
          {t('today.acts.circle')}
        </ButtonLink>
        <Button onClick={() => note.write('')} loading={note.pending}>
          {t('today.acts.note')}
        </Button>
      </div>
      {note.error === null ? null : <RefusalNotice error={note.error} />}
      <AskDialog opened={asking} onClose={() => setAsking(false)} mine={mine} open={open} />
    </>
  )
}
