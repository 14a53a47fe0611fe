import { Client } from '../load/client.ts'
import type { Server } from '../servers/server.ts'

/** So many documents with so many people each, of whom some write. */
export interface Shape {
  name: string
  documents: number
  people: number
  writers: number
}

export const shapes: readonly Shape[] = [
  { name: '1×50', documents: 1, people: 50, writers: 5 },
  { name: '20×10', documents: 20, people: 10, writers: 2 },
]

/** Somebody who has joined, and what was there. */
export interface Joined {
  client: Client
  person: number
  state: Uint8Array | undefined
}

/** Brings everybody of a shape in, document by document. */
export const joinAll = async (server: Server, shape: Shape, first: number): Promise<Joined[]> => {
  const all: Joined[] = []
  for (let document = first; document < first + shape.documents; document += 1) {
    const joining = Array.from({ length: shape.people }, async (_, person): Promise<Joined> => {
      const client = new Client(server.seat(document, person))
      return { client, person, state: await client.open() }
    })
    all.push(...(await Promise.all(joining)))
  }
  return all
}

/** Lets everybody go. */
export const leaveAll = async (all: readonly Joined[]): Promise<void> => {
  await Promise.all(all.map(({ client }) => client.close()))
}
