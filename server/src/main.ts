import { announcement } from './app/announce.ts'
import { buildApp } from './app/build-app.ts'
import { type Config, readConfig } from './app/config.ts'
import { prepareDataDir } from './app/data-dir.ts'
import { withFreePort } from './app/free-port.ts'
import { version } from './app/version.ts'
import { whyNot } from './app/why-not.ts'

/** How long open requests and sockets may take to end after we were asked to stop. */
const drainLimit = 10_000

await start()

async function start(): Promise<void> {
  let config: Config | undefined
  try {
    config = await withFreePort(readConfig())
    prepareDataDir(config.dataDir)
    const app = await buildApp(config)
    await app.listen()
    stopWhenAsked(() => app.close())
    process.stdout.write(announcement(config, version, app.firstRun.code))
  } catch (error) {
    process.stderr.write(`${whyNot(error, config)}\n`)
    process.exit(1)
  }
}

function stopWhenAsked(close: () => Promise<void>): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), drainLimit).unref()
    await close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop())
}
