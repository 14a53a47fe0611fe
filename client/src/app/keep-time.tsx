import { readSession } from '@rondo/shared/account/contract.ts'
import { useEffect } from 'react'
import { call } from '../platform/http.ts'
import { keepTime } from '../platform/keep-time.ts'
import { live } from '../platform/use-live.ts'

/** The shortest question whose answer says what time it is. */
const measure = () => call(readSession)

const whenBack = (tell: () => void) =>
  live.watch(() => {
    if (live.status === 'live') tell()
  })

/** Keeps the server's time right while the app is open, also after sleep. */
export function KeepTime() {
  useEffect(() => keepTime({ measure, whenBack }), [])
  return null
}
