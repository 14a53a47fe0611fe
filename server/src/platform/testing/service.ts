import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A program that the tests talk to, and how to let go of it. */
export interface Service {
  readonly url: string
  stop(): Promise<void>
}

/** A port that is free at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A port has no number.')
  return address.port
}

/** Asks again and again until the answer is yes; false when `isOver` says that it never will be. */
export const untilReady = async (ask: () => Promise<boolean>, isOver: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 300 && !isOver(); tries++) {
    if (await ask()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/** The end of a program, also of one that could not be started. */
export const endOf = (
  child: ChildProcess,
): { readonly over: Promise<void>; readonly isOver: () => boolean } => {
  let isOver = false
  const over = new Promise<void>((resolve) => {
    const end = (): void => {
      isOver = true
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
  return { over, isOver: () => isOver }
}
