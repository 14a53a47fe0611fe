import { Button, Group, Stack, TextInput } from '@mantine/core'
import { KNOWN_ROLES, type Role, roleName } from '@rondo/shared/rotation/model.ts'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { roleWords } from './role-words.ts'
import { useRota } from './rota.ts'
import { RotaProblem } from './rota-problem.tsx'
import { useRotaWords } from './use-rota-words.ts'
import './away.css'

/** Which roles go round in the circle; a host adds one that we know, or one of the circle's own. */
export function RolesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={onClose} title={t('rotation.roles.title')}>
      <Stack gap={16}>
        <p className="text-small soft">{t('rotation.roles.about')}</p>
        <RoleList />
        <KnownRoles />
        <OwnRole />
        <RotaProblem />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('rotation.away.done')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** The facilitator's role stays: somebody leads. */
function RoleList() {
  const { t } = useTranslation()
  const { circle, rotation, run, tell } = useRota()
  const words = useRotaWords(circle, rotation)
  return (
    <ul className="rota-roles" aria-label={t('rotation.roles.title')}>
      {rotation.roles.map(({ role }) => (
        <li key={role}>
          <span>{words.role(role)}</span>
          {role === 'facilitator' ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('rotation.roles.remove', { role: words.role(role) })}
              disabled={run.isPending}
              onClick={() => tell({ do: 'remove-role', role })}
            >
              <IconX size={16} stroke={1.5} aria-hidden="true" />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Roles that the product knows and the circle does not use. */
function KnownRoles() {
  const { t } = useTranslation()
  const { rotation, run, tell } = useRota()
  const used = new Set<Role>(rotation.roles.map(({ role }) => role))
  const free = KNOWN_ROLES.filter((role) => !used.has(role))
  if (free.length === 0) return null
  return (
    <div className="rota-acts">
      {free.map((role) => (
        <Button
          key={role}
          size="compact-sm"
          disabled={run.isPending}
          onClick={() => tell({ do: 'add-role', role: { role } })}
        >
          {t('rotation.roles.addKnown', { role: roleWords(role, []).name(t) })}
        </Button>
      ))}
    </div>
  )
}

function OwnRole() {
  const { t } = useTranslation()
  const { run, tell } = useRota()
  const [name, setName] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = roleName.safeParse(name)
    setIsWrong(!checked.success)
    if (checked.success) tell({ do: 'add-role', role: { name: checked.data } }, () => setName(''))
  }
  return (
    <form className="rota-own-role" onSubmit={submit} noValidate>
      <TextInput
        label={t('rotation.roles.own')}
        description={t('rotation.roles.ownAbout')}
        value={name}
        error={isWrong ? t('rotation.roles.wrong') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={run.isPending}>
        {t('rotation.roles.add')}
      </Button>
    </form>
  )
}
