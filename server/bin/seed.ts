import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findWorkspace } from '../src/account/index.ts'
import { assemble } from '../src/app/assemble.ts'
import { readConfig } from '../src/app/config.ts'
import { prepareDataDir } from '../src/app/data-dir.ts'
import { whyNot } from '../src/app/why-not.ts'
import { worldContext } from '../src/app/world-context.ts'
import { type GeneratedWorld, generateWorld, type Size } from '../src/world/index.ts'

/**
 * `npm run seed -- --members N --circles N --meetings N --pages N --out FILE` fills an empty DATA_DIR with a generated
 * world and writes down who and what is in it, with a session for every member. Start the server on the same DATA_DIR and
 * with the same settings afterwards.
 */
const LIMITS: Record<keyof Size, number> = {
  members: 10_000,
  circles: 2_000,
  meetings: 20_000,
  pages: 200_000,
}

const usage = 'npm run seed -- --members N --circles N --meetings N --pages N --out FILE'

class UsageError extends Error {}

/** Ours, or what `parseArgs` says of a flag that it does not know. */
const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

const readArguments = (): { size: Size; out: string } => {
  const count = { type: 'string' } as const
  const { values } = parseArgs({
    options: { members: count, circles: count, meetings: count, pages: count, out: { type: 'string' } },
  })
  const number = (name: keyof Size, least: number): number => {
    const given = Number(values[name] ?? least)
    if (Number.isInteger(given) && given >= least && given <= LIMITS[name]) return given
    throw new UsageError(`--${name} must be a whole number from ${least} to ${LIMITS[name]}. ${usage}`)
  }
  if (values.out === undefined) throw new UsageError(`--out must name a file. ${usage}`)
  const size = {
    members: number('members', 1),
    circles: number('circles', 0),
    meetings: number('meetings', 0),
    pages: number('pages', 0),
  }
  if (size.meetings > 0 && size.circles === 0)
    throw new UsageError(`Meetings need a circle: give --circles. ${usage}`)
  return { size, out: values.out }
}

/** What outside tools need, by names that stay: see "A generated world" in the README. */
const describe = (origin: string, world: GeneratedWorld, cookies: ReadonlyMap<string, string>) => ({
  origin,
  members: world.members.map(({ id, name, email, role }) => ({
    id,
    name,
    email,
    role,
    cookie: cookies.get(id),
  })),
  circles: world.circles.map(({ circle, people }) => ({
    id: circle.id,
    name: circle.name,
    visibility: circle.visibility,
    members: people.map(({ id }) => id),
  })),
  meetings: world.meetings.map(({ meeting, phase }) => ({
    id: meeting.id,
    circleId: meeting.circleId,
    number: meeting.number,
    title: meeting.title,
    phase,
    pageId: meeting.pageId,
    documentId: meeting.documentId,
  })),
  documents: [
    ...world.meetings.map(({ meeting }) => ({
      ...place(meeting),
      pageId: meeting.pageId,
      circleId: meeting.circleId,
    })),
    ...world.pages.map((page) => ({ ...place(page), pageId: page.id, circleId: page.circleId })),
  ],
})

const place = ({ documentId }: { documentId: string }) => ({ id: documentId, path: `/sync/${documentId}` })

const seed = async (): Promise<void> => {
  const { size, out } = readArguments()
  const config = readConfig()
  prepareDataDir(config.dataDir)
  const assembly = await assemble(config)
  try {
    const { context, sync } = assembly
    if ((await findWorkspace(context.db.read)) !== undefined)
      throw new UsageError(`DATA_DIR ${config.dataDir} holds a workspace already; name an empty folder.`)
    const world = await generateWorld(worldContext(context, sync), size)
    const cookies = new Map<string, string>()
    for (const { id } of world.members) {
      const [cookie = ''] = (await context.sessions.start(id)).split(';')
      cookies.set(id, cookie)
    }
    writeFileSync(out, `${JSON.stringify(describe(config.publicUrl, world, cookies), null, 2)}\n`, {
      mode: 0o600,
    })
    process.stdout.write(
      `${size.members} members, ${size.circles} circles, ${size.meetings} meetings and ${size.pages} pages are in ${config.dataDir}; ${out} tells who and what.\n`,
    )
  } finally {
    await assembly.drain()
    await assembly.close()
  }
}

seed().catch((error: unknown) => {
  process.stderr.write(`${isUsage(error) ? error.message : whyNot(error)}\n`)
  process.exitCode = 1
})
