import { setTimeout as wait } from 'node:timers/promises'
import { atMost } from '../figures/goals.ts'
import { type Attack, attacks } from '../hostile/frames.ts'
import { BEFORE, canRead, HonestWriter, OFFLINE } from '../hostile/honest-writer.ts'
import { Client } from '../load/client.ts'
import type { Server } from '../servers/server.ts'
import type { Row, Scale } from './row.ts'

/** The server has this long to make something of a frame. */
const DIGESTION_MS = 100
const REVIVAL_MS = 100
const [VICTIM, ATTACKER, READER] = [0, 1, 2]
/** It is the same each time. */
const ROUNDS = 1

interface Attacked {
  writer: HonestWriter
  attacker: Client
}

/** Lets somebody write, go offline and write on, and then attacks. The attacker stays. */
const attackRoom = async (server: Server, document: number, attack: Attack): Promise<Attacked> => {
  const writer = new HonestWriter()
  await writer.writeOnline(server.seat(document, VICTIM), () => server.seat(document, READER))
  const victim = writer.victim()
  writer.writeOffline()
  const attacker = new Client(server.seat(document, ATTACKER))
  await attacker.open()
  attacker.listen(() => undefined)
  attacker.socket.send(attack(attacker.seat, victim))
  await Promise.race([wait(DIGESTION_MS), attacker.socket.closed])
  return { writer, attacker }
}

const isUnharmed = async (server: Server, document: number, writer: HonestWriter): Promise<boolean> => {
  if (!server.keeps) return true
  const back = await writer.comeBack(server.seat(document, VICTIM))
  const isRead = await canRead(() => server.seat(document, READER), [BEFORE, OFFLINE])
  await back.close()
  return isRead
}

/** Brings a server back that has died. Some die late, of what they were given a while ago. */
const revive = async (server: Server): Promise<boolean> => {
  await wait(REVIVAL_MS)
  if (server.isRunning) return false
  await server.start()
  return true
}

const isRoomGood = async (server: Server, document: number, attack: Attack): Promise<boolean> => {
  const { writer, attacker } = await attackRoom(server, document, attack).catch(async (error: unknown) => {
    if (!(await revive(server))) throw error
    return attackRoom(server, document, attack)
  })
  const isGood = await isUnharmed(server, document, writer)
  const isRevived = await revive(server)
  attacker.socket.destroy()
  return isRevived ? isUnharmed(server, document, writer) : isGood
}

/**
 * A member sends one hostile frame into a room; then somebody who wrote offline comes back, and a fresh reader looks
 * whether everything that honest people wrote can be read. Each frame has a room of its own.
 */
export const hostileRow = ({ isQuick }: Scale): Row => {
  const some = attacks.filter((_, index) => !isQuick || index % 4 === 0)
  return {
    name: 'hostile',
    title: `${some.length} hostile frames`,
    figures: [
      { key: 'deaths', title: 'deaths of the process', goal: atMost(0, '') },
      { key: 'poisoned', title: 'rooms that lost something or cannot be opened', goal: atMost(0, '') },
    ],
    documents: some.length,
    needsKeeping: false,
    rounds: ROUNDS,
    measure: async (server, first, _round, note) => {
      const deathsBefore = server.deaths
      const poisoned: string[] = []
      for (const [index, { name, attack }] of some.entries())
        if (!(await isRoomGood(server, first + index, attack))) poisoned.push(name)
      await revive(server)
      if (poisoned.length > 0) note(`${server.name} was hurt by ${poisoned.join(', ')}`)
      return { deaths: server.deaths - deathsBefore, poisoned: poisoned.length }
    },
  }
}
