import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNotifications } from './queries.ts'
import './bell.css'

/** The way to what the reader is told, with how much of it is new. */
export function Bell() {
  const { t } = useTranslation()
  const unread = useNotifications().data?.unread ?? 0
  const label = unread === 0 ? t('notify.bell') : t('notify.bellNew', { count: unread })
  return (
    <Link to="/notifications" className="bell" aria-label={label} title={label}>
      <IconBell size={20} stroke={1.5} aria-hidden="true" />
      {unread === 0 ? null : <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
    </Link>
  )
}
