import { Button } from '@mantine/core'
import { joinCircle, readCircle } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { NewThreadDialog } from '../thread/index.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface AskDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly mine: readonly Circle[]
  readonly open: readonly Circle[]
}

/** A question goes to a circle: to one of mine or, after taking a seat, to an open one. */
export function AskDialog({ opened, onClose, mine, open }: AskDialogProps) {
  const { t } = useTranslation()
  const join = useTell(joinCircle, [readCircle])
  // The table just taken, even while the list of mine has not heard of it.
  const joined = join.data === undefined ? mine : [join.data]
  if (joined.length > 0) {
    return <NewThreadDialog opened={opened} onClose={onClose} circles={joined} title={t('today.acts.ask')} />
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('today.ask.title')} size={520}>
      <p className="soft">{t('today.ask.about')}</p>
      {join.error === null ? null : <RefusalNotice error={join.error} />}
      <ul className="rows ask-circles">
        {open.map((circle) => (
          <li key={circle.id}>
            <span>
              <b>{circle.name}</b>
              <small>{circle.purpose}</small>
            </span>
            <Button
              size="xs"
              loading={join.isPending && join.variables.params.circleId === circle.id}
              onClick={() => join.mutate({ params: { circleId: circle.id } })}
            >
              {t('today.ask.here')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
