import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNewNote } from '../page/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface FirstActsProps {
  readonly mayAsk: boolean
  readonly onAsk: () => void
}

/** Three ways to begin, none of which needs anybody's permission. */
export function FirstActs({ mayAsk, onAsk }: FirstActsProps) {
  const { t } = useTranslation()
  const note = useNewNote(null)
  return (
    <>
      <div className="first-acts">
        {mayAsk ? (
          <Button variant="filled" onClick={onAsk}>
            {t('today.acts.ask')}
          </Button>
        ) : null}
        <ButtonLink to="/circles/new" variant={mayAsk ? 'default' : 'filled'}>
          {t('today.acts.circle')}
        </ButtonLink>
        <Button onClick={() => note.write('')} loading={note.pending}>
          {t('today.acts.note')}
        </Button>
      </div>
      {note.error === null ? null : <RefusalNotice error={note.error} />}
    </>
  )
}
