import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { useCircles } from '../circle/index.ts'
import { TodaySeats } from '../seat/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RingSkeleton, RowsSkeleton } from '../ui/states/skeleton.tsx'
import { Ahead } from './ahead-blocks.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { MySteps } from './my-steps.tsx'
import { TodayLine } from './today-line.tsx'
import { Waiting } from './waiting.tsx'
import { Welcome } from './welcome.tsx'
import { Wins } from './wins.tsx'
import './today.css'

/** What is now, what is mine to lead or do, and who waits for me; for a newcomer, where to begin. */
export function TodayScreen() {
  const { t } = useTranslation()
  const me = useMe()
  const circles = useCircles()
  const [asking, setAsking] = useState(false)
  useFrame({ crumbs: [{ label: t('today.title') }] })
  if (circles.error !== null && circles.data === undefined) {
    return (
      <div className="page today">
        <RefusalNotice error={circles.error} onAgain={() => void circles.refetch()} />
      </div>
    )
  }
  if (circles.data === undefined || me === undefined) return <TodayOnItsWay />
  const alive = circles.data.circles.filter((circle) => circle.status !== 'archived')
  const mine = alive.filter((circle) => circle.standing !== 'none')
  const open = alive.filter((circle) => circle.standing === 'none')
  const welcome = (
    <Welcome me={me} open={open} mayAsk={mine.length + open.length > 0} onAsk={() => setAsking(true)} />
  )
  return (
    <div className="page today">
      <TodayLine />
      {mine.length === 0 ? (
        welcome
      ) : (
        <>
          <Ahead circles={mine} fallback={welcome} />
          <TodaySeats />
          <div className="today-two">
            <MySteps circles={mine} />
            <Waiting />
          </div>
          <Wins />
        </>
      )}
      {/* It stays when a seat taken in it makes a newcomer's page an ordinary one. */}
      <AskDialog opened={asking} onClose={() => setAsking(false)} mine={mine} open={open} />
    </div>
  )
}

function TodayOnItsWay() {
  return (
    <div className="page today">
      <TodayLine />
      <div className="lead-block">
        <RingSkeleton size={152} />
        <RowsSkeleton rows={1} />
      </div>
      <RowsSkeleton rows={3} />
    </div>
  )
}
