import { expectFileName } from './file-name.ts'
import type { Files } from './files.ts'
import { within } from './span.ts'

/** Files for tests: they last as long as the process. */
export const memoryFiles = (now: () => number = Date.now): Files => {
  const kept = new Map<string, { content: Uint8Array<ArrayBuffer>; changedAt: number }>()
  return {
    put: async (name, content) => {
      expectFileName(name)
      const whole = await gather(content)
      kept.set(name, { content: whole, changedAt: now() })
      return { bytes: whole.length }
    },
    get: async (name, span) => {
      expectFileName(name)
      const found = kept.get(name)
      if (found === undefined) return null
      const { from, to } = within(found.content.length, span)
      return { bytes: found.content.length, content: streamOf(found.content.slice(from, to)) }
    },
    remove: async (name) => {
      expectFileName(name)
      kept.delete(name)
    },
    list: async function* (room) {
      for (const [name, { content, changedAt }] of kept)
        if (name.startsWith(`${room}/`)) yield { name, bytes: content.length, changedAt }
    },
    check: async () => {},
  }
}

const gather = async (content: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part.slice())
  return new Uint8Array(Buffer.concat(parts))
}

const streamOf = (content: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      if (content.length > 0) controller.enqueue(content)
      controller.close()
    },
  })
