/** The thread that waits for the disk. One message in, one answer out, in order. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { decodeBatch } from './batch-bytes.ts'
import type { Answer, Question } from './sqlite-log.ts'
import { SqliteStore } from './sqlite-store.ts'
import { refusalIn } from './storage-refuses.ts'

const ask = (store: SqliteStore, { question }: Question): unknown => {
  switch (question.kind) {
    case 'create':
      return store.create(question.documentId, question.initial, question.at)
    case 'exists':
      return store.exists(question.documentId)
    case 'load':
      return store.load(question.documentId, question.before)
    case 'since':
      return store.since(question.documentId, question.seq)
    case 'append':
      return store.append(decodeBatch(question.batch))
    case 'compact':
      return store.compact(question.compaction)
    case 'prune':
      return store.prune(question.before)
    case 'uncompacted':
      return store.uncompacted(question.before)
    case 'erase':
      return store.erase(question.erasure)
    case 'raiseGenerations':
      return store.raiseGenerations(question.at)
    case 'authors':
      return store.authors(question.documentId)
    case 'probe':
      return store.probe()
    case 'isUnclean':
      return store.isUnclean()
    case 'cleaned':
      return store.cleaned()
    case 'heads':
      return store.heads()
    case 'close':
      return store.close()
  }
}

const refusal = (id: number, error: unknown): Answer => ({
  id,
  ok: false,
  error: error instanceof Error ? error.message : String(error),
  trouble: refusalIn(error)?.trouble ?? null,
})

const answer = (store: SqliteStore, message: Question): Answer => {
  try {
    return { id: message.id, ok: true, value: ask(store, message) }
  } catch (error) {
    return refusal(message.id, error)
  }
}

const serve = (port: MessagePort, file: string): void => {
  const store = new SqliteStore(file)
  port.on('message', (message: Question) => {
    port.postMessage(answer(store, message))
    if (message.question.kind === 'close') port.close()
  })
  port.postMessage({ id: 0, ok: true, value: null } satisfies Answer)
}

if (parentPort !== null) {
  const { file } = workerData as { readonly file: string }
  try {
    serve(parentPort, file)
  } catch (error) {
    parentPort.postMessage(refusal(0, error))
  }
}
