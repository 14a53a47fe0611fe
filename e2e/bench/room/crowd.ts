import { Client } from '../load/client.ts'
import { Typist } from '../load/typist.ts'
import { cursorEntries } from '../wire/cursors.ts'
import type { Gathering } from './gathering.ts'

/** Letters a second of somebody who writes along. */
const LETTERS_PER_SECOND = 5

/** People in a room who do not look at it through a browser; some of them write all the time. */
export interface Crowd {
  /** Letters that were typed so far. */
  readonly typed: number
  stop(): Promise<void>
}

/** Brings in the people from `first` on, of whom the first ones write, each at its own moment of the second. */
export const crowdIn = async (
  gathering: Gathering,
  { first, people, writers }: { first: number; people: number; writers: number },
): Promise<Crowd> => {
  const joined = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const client = new Client(gathering.seat(first + index))
      return { client, state: await client.open() }
    }),
  )
  let typed = 0
  const timers = joined.map(({ client, state }, index) => {
    const { dialect, document } = client.seat
    const presence = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
    let moves = 0
    const move = (): void => {
      moves += 1
      client.socket.send(dialect.presence(document, cursorEntries(presence, moves)))
    }
    move()
    if (index >= writers) return undefined
    const typist = new Typist(client, state)
    const beat = 1000 / LETTERS_PER_SECOND
    const type = (): void => {
      typist.type()
      move()
      typed += 1
    }
    let timer: ReturnType<typeof setInterval> | undefined
    const late = setTimeout(
      () => {
        timer = setInterval(type, beat)
      },
      (index * beat) / writers,
    )
    return () => {
      clearTimeout(late)
      clearInterval(timer)
    }
  })
  return {
    get typed() {
      return typed
    },
    stop: async () => {
      for (const stop of timers) stop?.()
      await Promise.all(joined.map(({ client }) => client.close()))
    },
  }
}
