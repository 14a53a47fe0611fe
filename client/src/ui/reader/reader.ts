import { createContext, useContext } from 'react'

/** Who looks at the screen: decides the language of dates, the zone of "for you", and who is called "you". */
export interface Reader {
  readonly id: string
  readonly name: string
  readonly colour: number
  /** A BCP 47 tag for Intl. */
  readonly locale: string
  readonly timeZone: string
}

const stranger: Reader = {
  id: '',
  name: '',
  colour: 1,
  locale: 'en',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}

/** The app fills it with the signed-in member; before that the browser's own zone counts. */
export const ReaderContext = createContext<Reader>(stranger)

/** The person in front of the screen. */
export function useReader(): Reader {
  return useContext(ReaderContext)
}
