import { Select } from '@mantine/core'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

const STANCES = ['ready', 'not-yet', 'opted-out'] as const
type Choice = (typeof STANCES)[number]
const COMMAND = { ready: 'opt-in', 'not-yet': 'not-yet', 'opted-out': 'opt-out' } as const

/** For which roles the reader is ready, not yet ready, or not there at all. */
export function MyRoles() {
  const { t } = useTranslation()
  const { rotation } = useRota()
  return (
    <fieldset className="my-roles">
      <legend>{t('rotation.stance.title')}</legend>
      <p className="text-small soft">{t('rotation.stance.about')}</p>
      {rotation.roles.map(({ role }) => (
        <MyRole key={role} role={role} />
      ))}
    </fieldset>
  )
}

function MyRole({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { circle, rotation, me, tell, run } = useRota()
  const words = useRotaWords(circle, rotation)
  const known = rotation.stances.find((one) => one.memberId === me && one.role === role)?.kind ?? 'ready'
  const choose = (value: string | null) => {
    const chosen = STANCES.find((one) => one === value)
    if (chosen !== undefined && chosen !== known) tell({ do: COMMAND[chosen], role })
  }
  return (
    <Select
      className="my-role"
      label={words.role(role)}
      data={STANCES.map((value: Choice) => ({ value, label: t(`rotation.stance.${value}`) }))}
      value={known}
      allowDeselect={false}
      disabled={run.isPending}
      onChange={choose}
    />
  )
}
