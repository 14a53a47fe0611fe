import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { type Frame, FrameContext } from '../ui/frame/frame.ts'
import { RingMark } from '../ui/ring/ring-mark.tsx'
import { useArrival } from './shell/use-arrival.ts'
import './porch.css'

/** The rooms in front of the door: the mark, and one thing to do. */
export function Porch() {
  const [frame, setFrame] = useState<Frame>({ crumbs: [] })
  useArrival(frame)
  return (
    <FrameContext value={setFrame}>
      <div className="porch">
        <header className="porch-mark">
          <RingMark size={28} />
          <span>Rondo</span>
        </header>
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </FrameContext>
  )
}
