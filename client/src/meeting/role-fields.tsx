import { Select } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Role, Turn } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { dayWords } from '../ui/time/time-words.ts'
import { FormatRoles } from './format-roles.tsx'
import { useRotation } from './queries.ts'
import type { ChosenRoles } from './schedule-form.tsx'

interface RoleFieldsProps {
  readonly circle: Circle
  /** The roles that the format names. */
  readonly wanted: readonly string[]
  readonly value: ChosenRoles
  readonly onChange: (roles: ChosenRoles) => void
}

/** Who does what. The rota proposes and says why; anybody may be chosen instead. */
export function RoleFields({ circle, wanted, value, onChange }: RoleFieldsProps) {
  const { t } = useTranslation()
  const who = useWho()
  const rotation = useRotation(circle.id).data
  const turn = rotation?.turns.find((one) => one.meetingId === null)
  // A role that does not go round in the circle is given to nobody, whoever was chosen.
  const has = (role: Role) =>
    wanted.includes(role) && (rotation === undefined || rotation.roles.some((one) => one.role === role))
  const why = useWhy(turn, value.facilitatorId)
  const rota =
    turn === undefined
      ? t('meeting.schedule.rota')
      : t('meeting.schedule.rotaName', { name: who(turn.memberId).name })
  return (
    <fieldset className="schedule-roles">
      <legend>{t('meeting.schedule.rolesTitle')}</legend>
      {has('presenter') ? (
        <RoleField
          circle={circle}
          label={t('meeting.schedule.presenter')}
          none={t('meeting.schedule.rota')}
          why={t('meeting.schedule.presenterWhy')}
          value={value.presenterId}
          onChange={(presenterId) => onChange({ ...value, presenterId })}
        />
      ) : null}
      <RoleField
        circle={circle}
        label={t('meeting.schedule.facilitator')}
        none={rota}
        why={why}
        value={value.facilitatorId}
        onChange={(facilitatorId) => onChange({ ...value, facilitatorId })}
      />
      {has('note-taker') ? (
        <RoleField
          circle={circle}
          label={t('meeting.schedule.noteTaker')}
          none={t('meeting.schedule.rota')}
          why={t('meeting.schedule.noteTakerWhy')}
          value={value.noteTakerId}
          onChange={(noteTakerId) => onChange({ ...value, noteTakerId })}
        />
      ) : null}
      {rotation === undefined ? null : <FormatRoles circle={circle} wanted={wanted} roles={rotation.roles} />}
    </fieldset>
  )
}

/** Why the rota proposes whom it proposes, or what it means to choose otherwise. */
function useWhy(turn: Turn | undefined, chosen: MemberId | ''): string {
  const { t } = useTranslation()
  const reader = useReader()
  const who = useWho()
  if (turn === undefined) return ''
  if (chosen !== '' && chosen !== turn.memberId) return t('meeting.schedule.reason.other')
  const { name } = who(turn.memberId)
  const { reason } = turn
  if (reason.kind !== 'longest-ago') return t(`meeting.schedule.reason.${reason.kind}`, { name })
  if (reason.lastServedAt === null) return t('meeting.schedule.reason.longest-ago-planned', { name })
  return t('meeting.schedule.reason.longest-ago', { name, day: dayWords(reason.lastServedAt, reader) })
}

interface RoleFieldProps {
  readonly circle: Circle
  readonly label: string
  /** What it means to choose nobody. */
  readonly none: string
  readonly why: string
  readonly value: MemberId | ''
  readonly onChange: (id: MemberId | '') => void
}

function RoleField({ circle, label, none, why, value, onChange }: RoleFieldProps) {
  const { t } = useTranslation()
  const who = useWho()
  const ids = circle.seats.map((seat) => seat.memberId)
  const people = ids.map((id) => {
    const { name, isMe } = who(id)
    return { value: id, label: isMe ? t('meeting.schedule.youOption', { name }) : name }
  })
  return (
    <Select
      label={label}
      description={why}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={[{ value: '', label: none }, ...people]}
      value={value}
      onChange={(chosen) => onChange(ids.find((id) => id === chosen) ?? '')}
    />
  )
}
