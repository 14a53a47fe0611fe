import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail as the server got it. */
export interface Got {
  to: string[]
  raw: string
}

/** For tests: a real mail server on a free port. `answer` may refuse a mail, or break the line after its text. */
export const temporaryMailServer = async () => {
  const got: Got[] = []
  let answer: 'take' | 'later' | 'refuse' | 'hang-up' = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        raw += chunk
      })
      stream.on('end', () => {
        got.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        if (answer === 'take') return callback()
        if (answer === 'hang-up') for (const connection of server.connections) hangUp(connection)
        else callback(Object.assign(new Error('no'), { responseCode: answer === 'later' ? 451 : 550 }))
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    got,
    answerWith: (next: typeof answer) => {
      answer = next
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const hangUp = (connection: unknown): void => {
  const socket: unknown = Reflect.get(Object(connection), '_socket')
  if (socket instanceof Object && 'destroy' in socket && typeof socket.destroy === 'function')
    socket.destroy()
}
