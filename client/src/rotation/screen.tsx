import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function RotationScreen() {
  useFrame({ crumbs: [{ label: 'Rotation' }] })
  return (
    <div className="page">
      <h1>Rotation</h1>
    </div>
  )
}
