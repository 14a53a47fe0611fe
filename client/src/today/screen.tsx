import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function TodayScreen() {
  useFrame({ crumbs: [{ label: 'Today' }] })
  return (
    <div className="page">
      <h1>Today</h1>
    </div>
  )
}
