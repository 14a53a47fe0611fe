import { useFrame } from '../ui/frame/use-frame.ts'

/** Stands in until the screen is built. */
export function SettingsScreen() {
  useFrame({ crumbs: [{ label: 'Settings' }] })
  return (
    <div className="page">
      <h1>Settings</h1>
    </div>
  )
}
