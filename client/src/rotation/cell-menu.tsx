import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconExternalLink,
  IconHandStop,
  IconPlayerTrackNext,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { type Act, actsFor } from './acts.ts'
import { type DatedCell, datedCells, isDated, type PlacedCell } from './cells.ts'
import { useRota } from './rota.ts'
import { swapObstacle } from './swap-target.ts'
import { useRotaWords } from './use-rota-words.ts'

const ICON = {
  accept: IconCheck,
  swap: IconArrowsExchange,
  decline: IconX,
  skip: IconPlayerTrackNext,
  volunteer: IconHandStop,
  assign: IconUserCheck,
  release: IconArrowBackUp,
} as const satisfies Record<Act, unknown>
const sign = { size: 17, stroke: 1.5, 'aria-hidden': true } as const

interface CellMenuProps {
  readonly placed: PlacedCell
  readonly children: ReactElement
}

/** What can be done with a turn, and on top why it is whose it is. A turn without a date has no menu. */
export function CellMenu({ placed, children }: CellMenuProps) {
  const rota = useRota()
  const { carried, menu, openMenu } = rota
  if (!isDated(placed)) return children
  return (
    <Menu
      opened={menu === placed.key}
      onChange={(opened) => openMenu(opened && carried === undefined ? placed.key : null)}
      width={264}
      position="bottom-start"
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>{menu === placed.key ? <CellActs on={placed} /> : null}</Menu.Dropdown>
    </Menu>
  )
}

function CellActs({ on }: { readonly on: DatedCell }) {
  const { t } = useTranslation()
  const { circle, rotation, me, hand, act } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const holder = on.cell.memberId === null ? undefined : who(on.cell.memberId)
  return (
    <>
      <Menu.Label>{words.why(on)}</Menu.Label>
      {actsFor(on, { me, standing: hand }).map((one) => {
        const Icon = ICON[one]
        const label = one === 'skip' && holder?.isMe === false ? 'skipThem' : one
        return (
          <Menu.Item key={one} leftSection={<Icon {...sign} />} onClick={() => act(one, on)}>
            {t(`rotation.act.${label}`, { name: holder?.shown ?? '' })}
          </Menu.Item>
        )
      })}
      <OwnTurnsForIt on={on} />
      <Menu.Item
        leftSection={<IconExternalLink {...sign} />}
        component={Link}
        to={`/meetings/${on.meeting.meetingId}`}
      >
        {t('rotation.act.look')}
      </Menu.Item>
    </>
  )
}

/** For a turn of somebody else: my own turns in the same role that I could give for it. */
function OwnTurnsForIt({ on }: { readonly on: DatedCell }) {
  const { t } = useTranslation()
  const { circle, rotation, me, hand, offer, openMenu } = useRota()
  const words = useRotaWords(circle, rotation)
  if (hand === 'none' || on.cell.memberId === me) return null
  const mine = datedCells(rotation).filter(
    (one) =>
      one.cell.memberId === me &&
      one.cell.role === on.cell.role &&
      one.cell.swapId === null &&
      swapObstacle(one, on) === null,
  )
  return mine.map((give) => (
    <Menu.Item
      key={give.key}
      leftSection={<IconArrowsExchange {...sign} />}
      onClick={() => {
        openMenu(null)
        offer(give, on)
      }}
    >
      {t('rotation.act.swapMine', { date: words.day(give.meeting) })}
    </Menu.Item>
  ))
}
