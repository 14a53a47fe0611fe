import type { Readings } from './figures/figure.ts'
import { quiet, watchOthers } from './machine/machine-meter.ts'
import type { Row } from './rows/row.ts'
import type { Server, ServerName } from './servers/server.ts'

/** Of the machine, in percent, that others may take while it counts as quiet. */
const QUIET_PERCENT = 8

/** Tells how it goes. */
type Say = (text: string) => void

/** What the rounds of one row gave. */
export interface Outcome {
  /** One entry for each server and round; rounds stand at the same index. */
  readings: Map<ServerName, Readings[]>
  /** What others took of the machine during each measurement, in percent. */
  others: number[]
}

/**
 * Gives one row to all servers in turns: each once in a round, and another one begins each round, so that whatever else
 * the machine does befalls all of them alike. Each round waits for quiet first.
 */
export const runRounds = async (
  row: Row,
  servers: readonly Server[],
  first: number,
  { runs, patienceMs }: { runs: number; patienceMs: number },
  say: Say,
): Promise<Outcome> => {
  const able: Server[] = []
  for (const server of servers)
    if ((server.keeps || !row.needsKeeping) && (await isPrepared(row, server, first, say))) able.push(server)
  const outcome: Outcome = { readings: new Map(able.map(({ name }) => [name, []])), others: [] }
  for (let round = 0; round < Math.min(runs, row.rounds ?? runs); round += 1) {
    const { waitedMs, others } = await quiet(servers, { percent: QUIET_PERCENT, patienceMs })
    if (waitedMs > 0)
      say(`waited ${(waitedMs / 1000).toFixed(1)} s for quiet; others took ${others.toFixed(0)} % at last`)
    for (let turn = 0; turn < able.length; turn += 1) {
      const server = able[(round + turn) % able.length]
      if (server === undefined) continue
      const taken = watchOthers(servers)
      outcome.readings.get(server.name)?.push(await readings(row, server, first, round, say))
      outcome.others.push(taken())
    }
  }
  return outcome
}

/** One server that cannot do the work does not end the run: the others go on, and it is told. */
const isPrepared = async (row: Row, server: Server, first: number, say: Say): Promise<boolean> => {
  try {
    await row.prepare?.(server, first)
    return true
  } catch (error) {
    say(`${server.name} cannot take part in ${row.title}: ${String(error)}`)
    await revive(server)
    return false
  }
}

const readings = async (
  row: Row,
  server: Server,
  first: number,
  round: number,
  say: Say,
): Promise<Readings> => {
  try {
    return await row.measure(server, first, round, say)
  } catch (error) {
    say(`${server.name} failed in ${row.title}: ${String(error)}`)
    await revive(server)
    return {}
  }
}

const revive = async (server: Server): Promise<void> => {
  if (!server.isRunning) await server.start()
}
