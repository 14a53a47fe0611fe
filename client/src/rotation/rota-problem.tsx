import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Refused, Unreachable } from '../platform/refused.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { type DatedCell, datedBy } from './cells.ts'
import type { RotaCommand } from './commands.ts'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** The cell that a command saw otherwise than it is now. */
const seenBy = (command: RotaCommand): readonly DatedCell[] => {
  if ('on' in command) return [command.on]
  return command.do === 'offer' ? [command.take, command.give] : []
}

/** Why something was not done to the rota: who was faster and what holds now. It stays until it is understood. */
export function RotaProblem() {
  const { t } = useTranslation()
  const { run, carried } = useRota()
  const words = useProblemWords()
  if (run.error === null) return null
  if (words === undefined) return <RefusalNotice error={run.error} />
  return (
    <div className="rota-problem" role="alert">
      <p>
        {words}
        {carried === undefined ? null : ` ${t('rotation.problem.carried')}`}
      </p>
      <Button size="compact-sm" variant="subtle" onClick={() => run.reset()}>
        {t('rotation.problem.dismiss')}
      </Button>
    </div>
  )
}

const useProblemWords = (): string | undefined => {
  const { t, i18n } = useTranslation()
  const { circle, rotation, run } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const { error, variables } = run
  if (error instanceof Unreachable) return t('rotation.problem.offline')
  if (!(error instanceof Refused)) return undefined
  const known = error.reason?.replace('rotation.', 'rotation.refused.') ?? ''
  if (error.reason !== 'rotation.turn-moved' || variables === undefined)
    return i18n.exists(known) ? t(known) : undefined
  const seen = seenBy(variables)
  const changed = seen
    .map((before) => ({ before, now: datedBy(rotation, before.key) }))
    .find(
      ({ before, now }) =>
        now === undefined ||
        now.cell.version !== before.cell.version ||
        now.cell.memberId !== before.cell.memberId,
    )
  if (changed === undefined) return t('rotation.refused.turn-moved')
  if (changed.now === undefined) return t('rotation.problem.gone')
  const { cell, meeting } = changed.now
  const about = { role: words.role(cell.role), date: words.day(meeting) }
  if (cell.memberId === null) return t('rotation.problem.fasterNobody', about)
  const holder = who(cell.memberId)
  const named = { ...about, holder: holder.isMe ? holder.inText : holder.shown }
  if (cell.decidedBy === null) return t('rotation.problem.fasterPlan', named)
  return t('rotation.problem.faster', { ...named, by: who(cell.decidedBy).name })
}
