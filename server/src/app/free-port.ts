import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Config, localUrl } from './config.ts'

/** PORT=0 asks for any free port. It is chosen before anything is built, because the address is part of what is built. */
export async function withFreePort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const probe = createServer().listen(0, config.host)
  await once(probe, 'listening')
  const address = probe.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  probe.close()
  await once(probe, 'close')
  return { ...config, port, publicUrl: config.publicUrl === localUrl(0) ? localUrl(port) : config.publicUrl }
}
