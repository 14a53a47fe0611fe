import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Frame, FrameContext, MarkPlaceContext } from '../../ui/frame/frame.ts'
import { RingMark } from '../../ui/ring/ring-mark.tsx'
import { UpdateBand } from '../update/update-band.tsx'
import { GuestMenu } from './guest-menu.tsx'
import { Here } from './here.tsx'
import { useArrival } from './use-arrival.ts'
import { useDoor } from './use-door.ts'
import './guest-shell.css'
import './shell.css'
import './top-bar.css'

/** The frame round the one room of a guest: where they are and who else is here, and nowhere to go but out. */
export function GuestShell() {
  const { t } = useTranslation()
  const [frame, setFrame] = useState<Frame>({ crumbs: [], wide: true })
  const [markPlace, setMarkPlace] = useState<HTMLElement | null>(null)
  useArrival(frame)
  useDoor('guest')
  return (
    <FrameContext value={setFrame}>
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <div className="shell" data-wide={frame.wide === true}>
        <div className="shell-column">
          <header className="top-bar guest-bar">
            <p className="guest-place">
              <RingMark size={24} />
              <span>{frame.crumbs.map(({ label }) => label).join(', ')}</span>
            </p>
            <div className="top-bar-end">
              {frame.here === undefined ? null : <Here people={frame.here} seats={frame.seats} />}
              <span className="mark-place" ref={setMarkPlace} />
              <GuestMenu />
            </div>
          </header>
          <UpdateBand />
          <main id="main" tabIndex={-1}>
            <MarkPlaceContext value={markPlace}>
              <Outlet />
            </MarkPlaceContext>
          </main>
        </div>
      </div>
    </FrameContext>
  )
}
