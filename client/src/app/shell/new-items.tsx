import { Menu } from '@mantine/core'
import { IconCalendarPlus, IconFilePlus, IconUsersPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWritableCircles } from '../use-writable-circles.ts'

const small = { size: 18, stroke: 1.5, 'aria-hidden': true } as const

/** What can be begun: a note, a circle, or a meeting in one of mine. */
export function NewItems({ onNote }: { readonly onNote: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const circles = useWritableCircles()
  return (
    <>
      <Menu.Item leftSection={<IconFilePlus {...small} />} onClick={onNote}>
        {t('app.newNote')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconUsersPlus {...small} />}
        onClick={() => void navigate({ to: '/circles/new' })}
      >
        {t('app.newCircle')}
      </Menu.Item>
      {circles.length === 0 ? null : <Menu.Label>{t('app.newMeeting')}</Menu.Label>}
      {circles.map((circle) => (
        <Menu.Item
          key={circle.id}
          leftSection={<IconCalendarPlus {...small} />}
          aria-label={t('app.meetingIn', { circle: circle.name })}
          onClick={() =>
            void navigate({ to: '/circles/$circleId/meetings/new', params: { circleId: circle.id } })
          }
        >
          {circle.name}
        </Menu.Item>
      ))}
    </>
  )
}
