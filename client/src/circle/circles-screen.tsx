import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function CirclesScreen() {
  useFrame({ crumbs: [{ label: 'Circles' }] })
  return (
    <div className="page">
      <h1>Circles</h1>
    </div>
  )
}
