import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../platform/clock.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords } from '../ui/time/time-words.ts'
import { dayIn } from './calendar-weeks.ts'
import { MyRoles } from './my-roles.tsx'
import { useRota } from './rota.ts'
import { RotaProblem } from './rota-problem.tsx'
import './away.css'

interface AwayDialogProps {
  readonly onClose: () => void
}

/** When the reader is away, and for which roles they are ready: one place for what the rota should know of them. */
export function AwayDialog({ onClose }: AwayDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={onClose} title={t('rotation.away.title')} size={480}>
      <Stack gap={16}>
        <p className="text-small soft">{t('rotation.away.about')}</p>
        <AwayForm />
        <RotaProblem />
        <MyDays />
        <MyRoles />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('rotation.away.done')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function AwayForm() {
  const { t } = useTranslation()
  const { circle, run, tell } = useRota()
  const today = dayIn(serverNow(), circle.timeZone)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [everywhere, setEverywhere] = useState(false)
  const [problem, setProblem] = useState<'missing' | 'order'>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const until = to === '' ? from : to
    const wrong = from === '' ? 'missing' : until < from ? 'order' : undefined
    setProblem(wrong)
    if (wrong !== undefined) return
    tell({ do: 'away', from, to: until, everywhere }, () => {
      setFrom('')
      setTo('')
    })
  }
  return (
    <form className="away-form" onSubmit={submit} noValidate>
      <TextInput
        type="date"
        label={t('rotation.away.from')}
        min={today}
        value={from}
        error={problem === 'missing' ? t('rotation.away.missing') : undefined}
        onChange={(event) => setFrom(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t('rotation.away.to')}
        min={from === '' ? today : from}
        value={to}
        error={problem === 'order' ? t('rotation.away.order') : undefined}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Checkbox
        label={t('rotation.away.everywhere')}
        checked={everywhere}
        onChange={(event) => setEverywhere(event.currentTarget.checked)}
      />
      <Button type="submit" loading={run.isPending}>
        {t('rotation.away.add')}
      </Button>
    </form>
  )
}

function MyDays() {
  const { t } = useTranslation()
  const { rotation, me, tell } = useRota()
  const { locale } = useReader()
  const mine = rotation.away.filter((one) => one.memberId === me)
  if (mine.length === 0) return <p className="text-small faint">{t('rotation.away.none')}</p>
  return (
    <ul className="away-days" aria-label={t('rotation.away.yours')}>
      {mine.map(({ id, from, to }) => {
        const [first, last] = [dateWords(from, locale), dateWords(to, locale)]
        const days = from === to ? first : t('rotation.away.span', { from: first, to: last })
        return (
          <li key={id}>
            <span className="away-hatch" aria-hidden="true" />
            <span>{days}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('rotation.away.remove', { days })}
              onClick={() => tell({ do: 'back', awayId: id })}
            >
              <IconX size={16} stroke={1.5} aria-hidden="true" />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
