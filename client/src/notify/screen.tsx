import { Button } from '@mantine/core'
import type { Notification } from '@rondo/shared/notify/model.ts'
import { useTranslation } from 'react-i18next'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { Section } from '../ui/section/section.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { NotificationRow } from './notification-row.tsx'
import { useNotifications, useReadNotifications } from './queries.ts'
import './notify.css'

/** Everything the reader was told: what is new, then the rest. */
export function NotificationsScreen() {
  const { t } = useTranslation()
  const { data, error, refetch } = useNotifications()
  useFrame({ crumbs: [{ label: t('notify.title') }] })
  const told = data?.notifications
  if (told?.length === 0) {
    return (
      <div className="page notifications">
        <EmptyState
          title={t('notify.title')}
          sentence={t('notify.empty')}
          action={<ButtonLink to="/settings">{t('notify.emptyDo')}</ButtonLink>}
        />
      </div>
    )
  }
  return (
    <div className="page notifications">
      <header className="notifications-head">
        <div>
          <h1 tabIndex={-1}>{t('notify.title')}</h1>
          <p className="soft">{t('notify.about')}</p>
        </div>
        <TextLink to="/settings">{t('notify.settings')}</TextLink>
      </header>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {told === undefined && error === null ? <RowsSkeleton rows={5} /> : null}
      {told === undefined ? null : <Told told={told} />}
    </div>
  )
}

function Told({ told }: { readonly told: readonly Notification[] }) {
  const { t } = useTranslation()
  const read = useReadNotifications()
  const unread = told.filter(({ readAt }) => readAt === null)
  const earlier = told.filter(({ readAt }) => readAt !== null)
  const markAll = () => read.mutate({ body: { ids: unread.map(({ id }) => id) } })
  return (
    <>
      {unread.length === 0 ? null : (
        <Section
          title={t('notify.new')}
          aside={
            <Button variant="subtle" size="xs" onClick={markAll} loading={read.isPending}>
              {t('notify.allRead')}
            </Button>
          }
        >
          <Rows rows={unread} onOpen={(id) => read.mutate({ body: { ids: [id] } })} />
        </Section>
      )}
      {read.error === null ? null : <RefusalNotice error={read.error} />}
      {earlier.length === 0 ? null : (
        <Section title={t('notify.earlier')}>
          <Rows rows={earlier} />
        </Section>
      )}
    </>
  )
}

interface RowsProps {
  readonly rows: readonly Notification[]
  readonly onOpen?: (id: Notification['id']) => void
}

function Rows({ rows, onOpen }: RowsProps) {
  return (
    <ul className="rows notification-rows">
      {rows.map((row) => (
        <NotificationRow key={row.id} told={row} onOpen={() => onOpen?.(row.id)} />
      ))}
    </ul>
  )
}
