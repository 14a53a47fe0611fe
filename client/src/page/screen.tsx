import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function PageScreen() {
  useFrame({ crumbs: [{ label: 'Page' }] })
  return (
    <div className="page">
      <h1>Page</h1>
    </div>
  )
}
