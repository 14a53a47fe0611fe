import { useMediaQuery } from '@mantine/hooks'
import type { Circle } from '@rondo/shared/circle/model.ts'
import {
  IconClock,
  IconFlag,
  IconLayoutList,
  IconLock,
  IconSettings,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NextTurns, RotaRing } from '../rotation/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { cityOf } from '../ui/time/time-words.ts'
import { ExitWords } from './exit-words.tsx'
import { useCourse } from './queries.ts'
import { useMayManage } from './use-may-manage.ts'

const sign = { size: 17, stroke: 1.5, 'aria-hidden': true } as const

/** "Until meeting 24", where the circle has an end in mind. */
function ExitFact({ circle }: { readonly circle: Circle }) {
  const course = useCourse(circle.id).data
  if (
    course === undefined ||
    (course.exit.on === null && course.exit.meetings === null && !course.exit.goals)
  )
    return null
  return (
    <li>
      <IconFlag {...sign} /> <ExitWords course={course} isShort />
    </li>
  )
}

/** The purpose in large letters, and the table with the seat that leads next lit up. */
export function CircleHead({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const mayManage = useMayManage(circle)
  const confidential = circle.visibility === 'confidential'
  return (
    <header className="circle-head">
      <div>
        <h1 tabIndex={-1}>
          <span className="circle-name">{circle.name}</span>{' '}
          <span className="circle-purpose">{circle.purpose || t('circle.life.noPurpose')}</span>
        </h1>
        <ul className="circle-facts">
          <li>
            <IconUsers {...sign} />{' '}
            {circle.seatLimit === null || circle.seats.length > circle.seatLimit
              ? t('circle.seats', { count: circle.seats.length })
              : t('circle.seatsOf', { count: circle.seats.length, limit: circle.seatLimit })}
          </li>
          <li>
            <IconClock {...sign} /> {t('circle.clock', { city: cityOf(circle.timeZone) })}
          </li>
          <li>
            {confidential ? <IconLock {...sign} /> : <IconWorld {...sign} />}{' '}
            {confidential ? t('circle.confidential') : t('circle.openToAll')}
          </li>
          <ExitFact circle={circle} />
          {circle.standing === 'none' ? null : (
            <li>
              <IconLayoutList {...sign} />{' '}
              <TextLink to="/circles/$circleId/formats" params={{ circleId: circle.id }}>
                {t('format.title')}
              </TextLink>
            </li>
          )}
          {mayManage ? (
            <li>
              <IconSettings {...sign} />{' '}
              <TextLink to="/circles/$circleId/settings" params={{ circleId: circle.id }}>
                {t('circle.settings.open')}
              </TextLink>
            </li>
          ) : null}
        </ul>
      </div>
      <div className="circle-rota">
        <RotaRing circle={circle} size={phone ? 316 : 340} names explained>
          <TextLink to="/circles/$circleId/rotation" params={{ circleId: circle.id }} className="text-small">
            {t('rotation.seeRotation')}
          </TextLink>
        </RotaRing>
        {phone ? <NextTurns circle={circle} /> : null}
      </div>
    </header>
  )
}
