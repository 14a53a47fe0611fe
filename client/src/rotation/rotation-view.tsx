import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { IconBeach } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AssignDialog } from './assign-dialog.tsx'
import { AwayDialog } from './away-dialog.tsx'
import { CarryBand } from './carry-band.tsx'
import type { DatedCell } from './cells.ts'
import { readDialog } from './dialog-in-address.ts'
import { Ledger } from './ledger.tsx'
import { NextAfter } from './next-after.tsx'
import { RolesDialog } from './roles-dialog.tsx'
import { RotaContext } from './rota.ts'
import { RotaCalendar } from './rota-calendar.tsx'
import { RotaGrid } from './rota-grid.tsx'
import { RotaList } from './rota-list.tsx'
import { RotaProblem } from './rota-problem.tsx'
import { RotaRing } from './rota-ring.tsx'
import { RotationHead } from './rotation-head.tsx'
import { SwapOffers } from './swap-offers.tsx'
import { Unscheduled } from './unscheduled.tsx'
import { useChangesTold } from './use-changes-told.ts'
import { useDesk } from './use-desk.ts'
import { keptView, type RotaView, ViewChoice } from './view-choice.tsx'
import { WhyPanel } from './why-panel.tsx'

const FORM = { table: RotaGrid, calendar: RotaCalendar, list: RotaList } as const

interface RotationViewProps {
  readonly circle: Circle
  readonly rotation: Rotation
  readonly further: boolean
  readonly onFurther: (further: boolean) => void
}

/** The rota in front of the reader: the next meetings, the ring, what waits for an answer, and the ledger. */
export function RotationView({ circle, rotation, further, onFurther }: RotationViewProps) {
  const { t } = useTranslation()
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const [chosen, setChosen] = useState(keptView.read)
  const [assigning, setAssigning] = useState<DatedCell>()
  const [dialog, setDialog] = useState<'away' | 'roles' | undefined>(
    readDialog(useSearch({ strict: false })).open,
  )
  const { rota, said } = useDesk(circle, rotation, setAssigning)
  const changed = useChangesTold(circle, rotation, rota.run.isPending)
  const view = phone && chosen !== 'calendar' ? 'list' : (chosen ?? 'table')
  const show = (next: RotaView) => {
    keptView.write(next)
    setChosen(next)
  }
  const Form = FORM[view]
  const mine = circle.standing !== 'none'
  return (
    <RotaContext value={rota}>
      <RotationHead>
        <ViewChoice view={view} narrow={phone} onChange={show} />
        {rota.hand === 'none' ? null : (
          <Button leftSection={<IconBeach size={18} stroke={1.5} />} onClick={() => setDialog('away')}>
            {t('rotation.away.open')}
          </Button>
        )}
        {rota.hand === 'host' ? (
          <Button variant="subtle" onClick={() => setDialog('roles')}>
            {t('rotation.roles.open')}
          </Button>
        ) : null}
      </RotationHead>
      <Unscheduled />
      <div className="rotation-body">
        <div className="rotation-main">
          <CarryBand />
          {assigning === undefined && dialog === undefined ? <RotaProblem /> : null}
          <Form />
          <WhyPanel />
          <SwapOffers />
          <Further meetings={rotation.meetings} further={further} onFurther={onFurther} />
        </div>
        <div className="rotation-side">
          <RotaRing circle={circle} size={phone ? 240 : 264} />
          <NextAfter turns={rotation.turns} />
        </div>
      </div>
      {mine ? <Ledger /> : null}
      {assigning === undefined ? null : (
        <AssignDialog on={assigning} onClose={() => setAssigning(undefined)} />
      )}
      {dialog === 'away' ? <AwayDialog onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'roles' && rota.hand === 'host' ? (
        <RolesDialog onClose={() => setDialog(undefined)} />
      ) : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <p className="visually-hidden" role="log">
        {changed}
      </p>
    </RotaContext>
  )
}

interface FurtherProps {
  readonly meetings: Rotation['meetings']
  readonly further: boolean
  readonly onFurther: (further: boolean) => void
}

/** Four meetings are one look; the rest of what is scheduled is one click away. */
function Further({ meetings, further, onFurther }: FurtherProps) {
  const { t } = useTranslation()
  // A last one without a date says that all with a date are shown.
  if (!further && meetings.at(-1)?.meetingId === null) return null
  return (
    <button type="button" className="text-link rotation-further" onClick={() => onFurther(!further)}>
      {further ? t('rotation.grid.nearer') : t('rotation.grid.further')}
    </button>
  )
}
