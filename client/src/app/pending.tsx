import { TextSkeleton } from '../ui/states/skeleton.tsx'

/** The shape of a screen on its way. */
export function Pending() {
  return (
    <div className="page">
      <TextSkeleton title lines={4} />
    </div>
  )
}
