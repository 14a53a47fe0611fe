import { signOut, signOutEverywhere } from '@rondo/shared/account/contract.ts'
import { call } from '../../platform/http.ts'

/** A full load of the door leaves nothing of the person in the memory of the tab. */
function toTheDoor(): void {
  window.location.assign('/sign-in')
}

/** The way out, on this device or on all. */
export function useLeave() {
  return {
    here: async () => {
      await call(signOut)
      toTheDoor()
    },
    everywhere: async () => {
      await call(signOutEverywhere)
      toTheDoor()
    },
  }
}
