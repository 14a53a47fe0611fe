import { Button, Group, NativeSelect } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog/dialog.tsx'
import type { Room } from './room.ts'

const HOUR = 60
const DAY = 24 * HOUR
const BEFORE = [0, HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY]
const AFTER = [HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY]

interface WindowDialogProps {
  readonly room: Room
  readonly onClose: () => void
}

/** Changes when answers are taken, unless somebody changed it meanwhile. */
export function WindowDialog({ room, onClose }: WindowDialogProps) {
  const { t } = useTranslation()
  const [from] = useState(room.state.window)
  const [to, choose] = useState(from)
  const { run } = room
  const length = (name: 'before' | 'after', lengths: readonly number[]) => (
    <NativeSelect
      label={t(`meeting.window.${name}`)}
      value={String(to[name])}
      onChange={(event) => choose({ ...to, [name]: Number(event.currentTarget.value) })}
      data={[...new Set([...lengths, from[name]])]
        .toSorted((a, b) => a - b)
        .map((minutes) => ({ value: String(minutes), label: lengthWords(minutes, t) }))}
    />
  )
  return (
    <Dialog opened onClose={onClose} title={t('meeting.window.title')}>
      <div className="plan-form">
        <p className="soft">{t('meeting.window.about')}</p>
        {length('before', BEFORE)}
        {length('after', AFTER)}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('meeting.window.leave')}
          </Button>
          <Button
            variant="filled"
            loading={run.isPending}
            onClick={() => run.mutate({ do: 'window', from, to }, { onSettled: onClose })}
          >
            {t('meeting.window.save')}
          </Button>
        </Group>
      </div>
    </Dialog>
  )
}

/** Days where they are whole, hours otherwise. */
function lengthWords(minutes: number, t: TFunction): string {
  if (minutes === 0) return t('meeting.window.atStart')
  return minutes % DAY === 0
    ? t('meeting.window.days', { count: minutes / DAY })
    : t('meeting.window.hours', { count: Math.round(minutes / HOUR) })
}
