import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function NewCircleScreen() {
  useFrame({ crumbs: [{ label: 'New circle' }] })
  return (
    <div className="page">
      <h1>New circle</h1>
    </div>
  )
}
