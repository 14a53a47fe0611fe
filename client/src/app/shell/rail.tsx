import { IconSearch } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RingMark } from '../../ui/ring/ring-mark.tsx'
import { MyCircles } from './my-circles.tsx'
import { NewMenu } from './new-menu.tsx'
import { openPalette } from './palette-store.ts'
import { PersonMenu } from './person-menu.tsx'
import { liesIn, places } from './places.tsx'
import { useUnreadThreads } from './use-unread-threads.ts'
import './rail.css'

/** The left rail: search, the five places, my circles, something new, and me. */
export function Rail() {
  const { t } = useTranslation()
  const unread = useUnreadThreads()
  const { pathname } = useLocation()
  return (
    <nav className="rail" aria-label={t('app.main')}>
      <Link to="/" className="rail-item rail-brand" aria-label="Rondo">
        <RingMark size={24} />
        <span>Rondo</span>
      </Link>
      <button type="button" className="rail-item rail-find" onClick={openPalette} title={t('app.search')}>
        <IconSearch size={18} stroke={1.5} aria-hidden="true" />
        <span>{t('app.search')}</span>
        <kbd>/</kbd>
      </button>
      <ul className="rail-places">
        {places.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              className="rail-item"
              activeOptions={{ exact: place.to === '/', includeSearch: false }}
              data-here={liesIn(place, pathname)}
              title={t(`app.${place.name}`)}
            >
              {place.icon}
              <span>{t(`app.${place.name}`)}</span>
              {place.name === 'threads' && unread > 0 ? (
                <b className="rail-count" title={t('app.unreadThreads', { count: unread })}>
                  {unread}
                </b>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
      <MyCircles />
      <NewMenu />
      <PersonMenu />
    </nav>
  )
}
