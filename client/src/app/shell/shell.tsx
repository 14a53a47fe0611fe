import { Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Frame, FrameContext, MarkPlaceContext } from '../../ui/frame/frame.ts'
import { UpdateBand } from '../update/update-band.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OfflineBand } from './offline-band.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useArrival } from './use-arrival.ts'
import { useDoor } from './use-door.ts'
import './shell.css'

/** The frame round every screen behind the door. */
export function Shell() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // A meeting is most often a room: opened by its address, the rail is not seen to shrink.
  const [frame, setFrame] = useState<Frame>({ crumbs: [], wide: pathname.startsWith('/meetings/') })
  const [markPlace, setMarkPlace] = useState<HTMLElement | null>(null)
  useArrival(frame)
  useDoor()
  return (
    <FrameContext value={setFrame}>
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <div className="shell" data-wide={frame.wide === true}>
        <Rail />
        <div className="shell-column">
          <TopBar frame={frame} onMarkPlace={setMarkPlace} />
          <UpdateBand />
          {/* Screens with writing on them say themselves what became of it. */}
          {frame.writes ? null : <OfflineBand />}
          <main id="main" tabIndex={-1}>
            <MarkPlaceContext value={markPlace}>
              <Outlet />
            </MarkPlaceContext>
          </main>
        </div>
        <BottomBar />
      </div>
      <Palette />
      <KeysDialog />
    </FrameContext>
  )
}
