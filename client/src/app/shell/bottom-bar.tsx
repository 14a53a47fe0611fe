import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { liesIn, places } from './places.tsx'
import './bottom-bar.css'

/** The five places under the thumb of somebody with a phone. */
export function BottomBar() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="bottom-bar" aria-label={t('app.smallMain')}>
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          activeOptions={{ exact: place.to === '/', includeSearch: false }}
          data-here={liesIn(place, pathname)}
        >
          {place.icon}
          <span>{t(`app.${place.name}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
