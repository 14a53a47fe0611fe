import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Bell } from '../../notify/index.ts'
import type { Frame } from '../../ui/frame/frame.ts'
import { Here } from './here.tsx'
import { PocketMenu } from './pocket-menu.tsx'
import './top-bar.css'

interface TopBarProps {
  readonly frame: Frame
  /** Is given the place where the screen says what became of the writing. */
  readonly onMarkPlace: (place: HTMLElement | null) => void
}

/** Where you are, who else is here, and what became of your writing. */
export function TopBar({ frame, onMarkPlace }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <header className="top-bar">
      <nav aria-label={t('app.where')}>
        <ol className="crumbs">
          {frame.crumbs.map((crumb, index) => (
            <li key={crumb.to ?? crumb.label}>
              {crumb.to === undefined || index === frame.crumbs.length - 1 ? (
                <b aria-current="page">{crumb.label}</b>
              ) : (
                <Link to={crumb.to}>{crumb.label}</Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div className="top-bar-end">
        {frame.here === undefined ? null : <Here people={frame.here} seats={frame.seats} />}
        <span className="mark-place" ref={onMarkPlace} />
        <Bell />
        <PocketMenu />
      </div>
    </header>
  )
}
