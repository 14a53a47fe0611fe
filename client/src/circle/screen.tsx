import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function CircleScreen() {
  useFrame({ crumbs: [{ label: 'Circle' }] })
  return (
    <div className="page">
      <h1>Circle</h1>
    </div>
  )
}
