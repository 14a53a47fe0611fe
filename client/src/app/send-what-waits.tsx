import { useEffect } from 'react'
import { live } from '../platform/use-live.ts'
import { hasUnsent } from '../sync/copy-records.ts'
import { useAccount } from './session.ts'

/** Once the server is there: sends what was written offline into pages that nobody has open any more. */
export function SendWhatWaits() {
  const memberId = useAccount()?.id
  useEffect(() => {
    if (memberId === undefined) return
    let isBusy = false
    const look = async (): Promise<void> => {
      if (isBusy || live.status !== 'live' || !hasUnsent(memberId)) return
      isBusy = true
      const { sendWhatWaits } = await import('../sync/send-what-waits.ts')
      await sendWhatWaits(memberId)
      isBusy = false
    }
    void look()
    return live.watch(() => void look())
  }, [memberId])
  return null
}
