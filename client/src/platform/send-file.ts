import type { Contract, OutputOf } from '@rondo/shared/kernel/contract.ts'
import { addressOf } from './http.ts'
import { Refused, Unreachable } from './refused.ts'

interface Sending {
  readonly params?: unknown
  readonly query?: unknown
  readonly file: Blob
  /** Hears from 0 to 1 how much of the file has gone. */
  readonly onProgress?: (part: number) => void
  readonly signal?: AbortSignal
}

/** Sends a file as the body of a request and parses the answer by the contract; throws `Refused` or `Unreachable`. */
export async function sendFile<C extends Contract>(contract: C, sending: Sending): Promise<OutputOf<C>> {
  const { status, body } = await post(addressOf(contract.path, sending), sending)
  if (status < 200 || status > 299) throw new Refused(status, body)
  return contract.output.parse(body) as OutputOf<C>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Not by `fetch`, which does not tell how much has gone. */
const post = (address: string, { file, onProgress, signal }: Sending): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const away = (): void => reject(new Unreachable('The server could not be reached.'))
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress?.(loaded / total)
    })
    request.addEventListener('load', () =>
      resolve({ status: request.status, body: jsonOf(request.responseText) }),
    )
    for (const name of ['error', 'abort', 'timeout'] as const) request.addEventListener(name, away)
    if (signal?.aborted === true) return away()
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
