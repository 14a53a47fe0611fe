import { useEffect } from 'react'
import { useSelf } from '../account/index.ts'
import { live } from '../platform/use-live.ts'
import { hasUnsent } from '../sync/copy-records.ts'

const LOOK_AGAIN = 20_000

/** Once the server is there: sends what was written offline into pages that nobody has open any more. */
export function SendWhatWaits() {
  const memberId = useSelf()?.id
  useEffect(() => {
    if (memberId === undefined) return
    let isBusy = false
    let again: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      if (isBusy || live.status !== 'live' || !hasUnsent(memberId)) return
      isBusy = true
      const { sendWhatWaits } = await import('../sync/send-what-waits.ts')
      await sendWhatWaits(memberId)
      isBusy = false
      clearTimeout(again)
      // What a tab has just written is its own business; if that tab is gone by then, it is not.
      again = setTimeout(() => void look(), LOOK_AGAIN)
    }
    void look()
    const stop = live.watch(() => void look())
    return () => {
      clearTimeout(again)
      stop()
    }
  }, [memberId])
  return null
}
