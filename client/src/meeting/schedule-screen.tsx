import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function ScheduleScreen() {
  useFrame({ crumbs: [{ label: 'Schedule' }] })
  return (
    <div className="page">
      <h1>Schedule</h1>
    </div>
  )
}
