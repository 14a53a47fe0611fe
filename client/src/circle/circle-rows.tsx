import type { Circle } from '@rondo/shared/circle/model.ts'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { RingDots } from '../ui/ring/ring-dots.tsx'
import './circles.css'

/** Circles as rows: the ring of their people, what they are for, how many sit there. */
export function CircleRows({ circles }: { readonly circles: readonly Circle[] }) {
  const { t } = useTranslation()
  const who = useWho()
  return (
    <ul className="rows circle-rows">
      {circles.map((circle) => (
        <li key={circle.id}>
          <Link to="/circles/$circleId" params={{ circleId: circle.id }} className="circle-row">
            <RingDots
              size={32}
              states={circle.seats.slice(0, 12).map(() => 'done')}
              colours={circle.seats.slice(0, 12).map((seat) => who(seat.memberId).colour)}
            />
            <span>
              <b>{circle.name}</b>
              <small>{circle.purpose || t('circle.life.noPurpose')}</small>
            </span>
            <span className="circle-row-end">
              {t('circle.seats', { count: circle.seats.length })}
              {circle.status === 'draft' ? <small>{t('circle.life.draft')}</small> : null}
              {circle.visibility === 'confidential' ? (
                <small>
                  <IconLock size={14} stroke={1.5} aria-hidden="true" /> {t('circle.confidential')}
                </small>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
