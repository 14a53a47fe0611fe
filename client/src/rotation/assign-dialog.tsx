import { Button, Group, Select, Stack } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { type DatedCell, datedBy } from './cells.ts'
import { useRota } from './rota.ts'
import { RotaProblem } from './rota-problem.tsx'
import { useRotaWords } from './use-rota-words.ts'

interface AssignDialogProps {
  readonly on: DatedCell
  readonly onClose: () => void
}

/** A host names somebody. Whoever was faster is told here, and what was chosen stays chosen. */
export function AssignDialog({ on: opened, onClose }: AssignDialogProps) {
  const { t } = useTranslation()
  const { circle, rotation, run, tell } = useRota()
  // As it is now: whoever was told that somebody was faster decides about what they were told.
  const on = datedBy(rotation, opened.key) ?? opened
  const words = useRotaWords(circle, rotation)
  const [to, setTo] = useState<MemberId | null>(null)
  const people = useCandidates(on)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('rotation.assign.title', { role: words.role(on.cell.role), date: words.day(on.meeting) })}
    >
      <Stack gap={16}>
        <Select
          label={t('rotation.assign.who')}
          placeholder={t('rotation.assign.choose')}
          data={people}
          value={to}
          onChange={(value) => setTo(circle.seats.find((seat) => seat.memberId === value)?.memberId ?? null)}
          data-autofocus
        />
        <RotaProblem />
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('rotation.assign.cancel')}
          </Button>
          <Button
            variant="filled"
            disabled={to === null}
            loading={run.isPending}
            onClick={() => (to === null ? undefined : tell({ do: 'assign', on, to }, onClose))}
          >
            {t('rotation.assign.name')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** Everybody else of the circle; who is away cannot be chosen, and who holds another role is told of. */
const useCandidates = ({ cell, meeting }: DatedCell) => {
  const { t } = useTranslation()
  const { circle, rotation } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  return circle.seats
    .filter(({ memberId }) => memberId !== cell.memberId)
    .map(({ memberId }) => {
      const { name } = who(memberId)
      const other = meeting.cells.find((one) => one.memberId === memberId)
      const away = meeting.away.includes(memberId)
      const label = away
        ? t('rotation.assign.away', { name })
        : other === undefined
          ? name
          : t('rotation.assign.busy', { name, role: words.role(other.role) })
      return { value: memberId, label, disabled: away }
    })
}
