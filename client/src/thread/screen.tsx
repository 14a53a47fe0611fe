import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function ThreadScreen() {
  useFrame({ crumbs: [{ label: 'Thread' }] })
  return (
    <div className="page">
      <h1>Thread</h1>
    </div>
  )
}
