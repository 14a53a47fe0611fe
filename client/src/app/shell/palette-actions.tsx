import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { listCircles } from '@rondo/shared/circle/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { IconFileText, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../platform/ask.ts'
import { RingDots } from '../../ui/ring/ring-dots.tsx'
import { useWritableCircles } from '../use-writable-circles.ts'
import { showKeys } from './keys-store.ts'
import { places } from './places.tsx'
import { useNoteCommand } from './use-note-command.ts'

const plus = <IconPlus size={18} stroke={1.5} aria-hidden="true" />
const sheet = <IconFileText size={18} stroke={1.5} aria-hidden="true" />

/** Everything the palette can reach, in groups. */
export function usePaletteActions(): SpotlightActionGroupData[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const newNote = useNoteCommand()
  const circles = useAsk(listCircles).data?.circles ?? []
  const pages = useAsk(listPages, { query: {} }).data?.pages ?? []
  const mine = useWritableCircles()
  return [
    {
      group: t('app.goTo'),
      actions: [
        ...places.map((place) => ({
          id: place.to,
          label: t(`app.${place.name}`),
          leftSection: place.icon,
          onClick: () => void navigate({ to: place.to }),
        })),
        ...circles.map((circle) => ({
          id: circle.id,
          label: circle.name,
          leftSection: <RingDots size={20} states={circle.seats.map(() => 'done' as const)} />,
          onClick: () => void navigate({ to: '/circles/$circleId', params: { circleId: circle.id } }),
        })),
      ],
    },
    {
      group: t('app.commands'),
      actions: [
        { id: 'new-note', label: t('app.newNote'), leftSection: plus, onClick: newNote },
        {
          id: 'new-circle',
          label: t('app.newCircle'),
          leftSection: plus,
          onClick: () => void navigate({ to: '/circles/new' }),
        },
        ...mine.map((circle) => ({
          id: `new-meeting-${circle.id}`,
          label: t('app.meetingIn', { circle: circle.name }),
          leftSection: plus,
          onClick: () =>
            void navigate({ to: '/circles/$circleId/meetings/new', params: { circleId: circle.id } }),
        })),
        {
          id: 'settings',
          label: t('app.settings'),
          onClick: () => void navigate({ to: '/settings' }),
        },
        { id: 'keys', label: t('app.keys.open'), onClick: showKeys },
      ],
    },
    {
      group: t('app.pages'),
      actions: pages.map((page) => ({
        id: page.id,
        label: page.title,
        leftSection: sheet,
        onClick: () => void navigate({ to: '/pages/$pageId', params: { pageId: page.id } }),
      })),
    },
  ]
}
