import { Button } from '@mantine/core'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { datedCells } from './cells.ts'
import { useRotaRun } from './commands.ts'
import { useRotation } from './queries.ts'
import { roleWords } from './role-words.ts'
import './rotation.css'

interface AnswerTurnProps {
  readonly circleId: CircleId
  readonly meetingId: MeetingId
}

/** Whether I take the turn that is mine in a meeting: asked until I say so. */
export function AnswerTurn({ circleId, meetingId }: AnswerTurnProps) {
  const { t } = useTranslation()
  const me = useMe()?.id
  const rotation = useRotation(circleId).data
  const run = useRotaRun(circleId)
  if (rotation === undefined || me === undefined) return null
  const mine = datedCells(rotation).find(
    ({ meeting, cell }) => meeting.meetingId === meetingId && cell.memberId === me,
  )
  if (mine === undefined) return null
  if (mine.cell.state === 'accepted') {
    return (
      <p className="answer-turn text-small soft">
        <IconCheck size={16} stroke={1.5} aria-hidden="true" /> {t('rotation.answer.accepted')}
      </p>
    )
  }
  if (mine.cell.state !== 'proposed' && mine.cell.state !== 'assigned') return null
  const role = roleWords(mine.cell.role, rotation.roles).name(t)
  return (
    <>
      <fieldset className="answer-turn" aria-label={t('rotation.answer.label', { role })}>
        <Button
          size="compact-sm"
          disabled={run.isPending}
          onClick={() => run.mutate({ do: 'accept', on: mine })}
        >
          {t('rotation.answer.accept')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={run.isPending}
          onClick={() => run.mutate({ do: 'decline', on: mine })}
        >
          {t('rotation.answer.decline')}
        </Button>
      </fieldset>
      {run.error === null ? null : <RefusalNotice error={run.error} />}
    </>
  )
}
