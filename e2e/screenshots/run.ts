import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { setUpDemo } from '@rondo/shared/account/contract.ts'
import { listCircles } from '@rondo/shared/circle/contract.ts'
import { listMeetings } from '@rondo/shared/meeting/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { listThreads } from '@rondo/shared/thread/contract.ts'
import { findChromium } from '../world/chromium.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { Visitor } from '../world/visitor.ts'

/**
 * `npm run screenshots [-- --out FOLDER --all]` takes pictures of the demo: those of the README, or with `--all` every
 * screen wide and narrow, light and dark, for looking at.
 */
const { values } = parseArgs({
  options: { out: { type: 'string', default: 'e2e/screenshots' }, all: { type: 'boolean', default: false } },
})

/** Something that the scripted people of the demo come to after a while, so that the picture shows them at work. */
const SAID_LAST = 'Why is the effort setting not in the manual?'

interface Look {
  name: string
  width: number
  height: number
  scheme: 'light' | 'dark'
}

const wide: Look = { name: 'light', width: 1280, height: 900, scheme: 'light' }
const looks: Look[] = values.all
  ? [
      wide,
      { ...wide, name: 'dark', scheme: 'dark' },
      { name: 'phone', width: 360, height: 740, scheme: 'light' },
      { name: 'phone-dark', width: 360, height: 740, scheme: 'dark' },
    ]
  : [wide]

/** Paths of the screens of a demo workspace by the names of their pictures. */
const screensOf = async (visitor: Visitor): Promise<Record<string, string>> => {
  const { circles } = await visitor.ask(listCircles)
  const circle = circles.find(({ seats }) => seats.length === 6)
  if (circle === undefined) throw new Error('The demo has no circle of six.')
  const { meetings } = await visitor.ask(listMeetings, { params: { circleId: circle.id } })
  const { threads } = await visitor.ask(listThreads, { query: { circleId: circle.id } })
  const { pages } = await visitor.ask(listPages, { query: { kind: 'note' } })
  const meeting = (phase: string) => `/meetings/${meetings.find((one) => one.phase === phase)?.id}`
  const at = `/circles/${circle.id}`
  const main = {
    meeting: meeting('live'),
    circle: at,
    rotation: `${at}/rotation`,
    'show-notes': meeting('wrapped'),
  }
  if (!values.all) return main
  return {
    ...main,
    today: '/',
    agreement: `${at}/agreement`,
    cadence: `${at}/cadence`,
    'fair-hours': `${at}/fair-hours`,
    formats: `${at}/formats`,
    'circle-settings': `${at}/settings`,
    notifications: '/notifications',
    history: `/pages/${pages[0]?.id}/history`,
    thread: `/threads/${threads[0]?.id}`,
    threads: '/threads',
    page: `/pages/${pages[0]?.id}`,
    library: '/library',
    people: '/people',
    circles: '/circles',
    'new-circle': '/circles/new',
    schedule: `${at}/meetings/new`,
    scheduled: meeting('scheduled'),
    settings: '/settings',
  }
}

const takeAll = async (browser: Browser, rondo: Rondo): Promise<void> => {
  const visitor = new Visitor(rondo.origin)
  await visitor.ask(setUpDemo, { body: { timeZone: 'America/Los_Angeles' } })
  const screens = await screensOf(visitor)
  for (const { name, width, height, scheme } of looks) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      timezoneId: 'America/Los_Angeles',
      locale: 'en-GB',
    })
    await context.addCookies([visitor.browserCookie])
    const page = await context.newPage()
    for (const [screen, path] of Object.entries(screens)) {
      await page.goto(`${rondo.origin}${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      // The rooms hold sockets open, so the network never falls silent; content and fonts tell that a page is ready.
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
      await page.evaluate(() => document.fonts.ready)
      if (screen === 'meeting') {
        const said = page.locator('.ProseMirror').getByText(SAID_LAST)
        await said.waitFor({ timeout: 180_000 })
        await said.scrollIntoViewIfNeeded()
      }
      // The whole length for looking at; one screenful, as a reader sees it, for the README.
      const fullPage = values.all && screen !== 'meeting' && screen !== 'scheduled'
      await page.screenshot({ path: `${values.out}/${screen}.${name}.png`, fullPage })
    }
    await context.close()
  }
}

mkdirSync(values.out, { recursive: true })
const rondo = await startRondo()
const browser = await chromium.launch(await findChromium())
try {
  await takeAll(browser, rondo)
  console.log(`The pictures are in ${values.out}.`)
} finally {
  await browser.close()
  await rondo.dispose()
}
