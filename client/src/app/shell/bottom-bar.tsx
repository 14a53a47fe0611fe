import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { places } from './places.tsx'
import './bottom-bar.css'

/** The five places under the thumb of somebody with a phone. */
export function BottomBar() {
  const { t } = useTranslation()
  return (
    <nav className="bottom-bar" aria-label={t('app.smallMain')}>
      {places.map((place) => (
        <Link key={place.to} to={place.to} activeOptions={{ exact: place.to === '/' }}>
          {place.icon}
          <span>{t(`app.${place.name}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
