import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function ThreadsScreen() {
  useFrame({ crumbs: [{ label: 'Threads' }] })
  return (
    <div className="page">
      <h1>Threads</h1>
    </div>
  )
}
