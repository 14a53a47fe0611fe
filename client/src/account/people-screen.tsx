import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function PeopleScreen() {
  useFrame({ crumbs: [{ label: 'People' }] })
  return (
    <div className="page">
      <h1>People</h1>
    </div>
  )
}
