import type { Access, Mode } from '../access.ts'

const cookie = /^(write|read)=(\w+)$/

/** Believes what the cookie says: `write=ada` is Ada, who may write; `read=ada` may read; anything else is nobody. */
export const cookieAccess: Access = {
  authorize: async ({ cookieHeader }) => {
    const match = cookie.exec(cookieHeader ?? '')
    const [, mode, name] = match ?? []
    if (mode === undefined || name === undefined) return { kind: 'no-session' }
    const account = { id: name, name, colour: 1, colourHex: '#a03030' }
    return { kind: 'granted', account, mode: mode satisfies string as Mode, sessionId: name }
  },
}
