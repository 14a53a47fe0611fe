import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function MeetingScreen() {
  useFrame({ crumbs: [{ label: 'Meeting' }] })
  return (
    <div className="page">
      <h1>Meeting</h1>
    </div>
  )
}
