import { UPLOAD_CHUNK } from '@rondo/shared/media/model.ts'
import { Refused, Unreachable } from '../platform/refused.ts'

/** After a line went dead it is tried again so long after, and then left to whoever uploads. */
const PAUSES = [500, 2_000, 5_000, 10_000, 20_000]

export interface Sending {
  /** Rejects with what the server said, or that it could not be reached. */
  readonly done: Promise<void>
  stop(): void
}

/** Brings what is missing of a file by tus. The library is fetched when somebody uploads. */
export function sendFile(address: string, file: File, onReceived: (bytes: number) => void): Sending {
  let stop = (): void => {}
  const done = import('tus-js-client').then(
    ({ Upload, DetailedError }) =>
      new Promise<void>((resolve, reject) => {
        const upload = new Upload(file, {
          uploadUrl: address,
          chunkSize: UPLOAD_CHUNK,
          retryDelays: PAUSES,
          storeFingerprintForResuming: false,
          onShouldRetry: (error) => (error.originalResponse?.getStatus() ?? 503) >= 500,
          onProgress: (sent) => onReceived(sent),
          onSuccess: () => resolve(),
          onError: (error) => reject(toldBy(error instanceof DetailedError ? error.originalResponse : null)),
        })
        stop = () => {
          void upload.abort()
          resolve()
        }
        upload.start()
      }),
  )
  return { done, stop: () => stop() }
}

const toldBy = (answer: { getStatus(): number; getBody(): string } | null): Refused | Unreachable => {
  if (answer === null) return new Unreachable('The server could not be reached.')
  try {
    return new Refused(answer.getStatus(), JSON.parse(answer.getBody()))
  } catch {
    return new Refused(answer.getStatus(), null)
  }
}
