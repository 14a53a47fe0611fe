import { invite, setUpDemo } from '@rondo/shared/account/contract.ts'
import { createCircle, listCircles } from '@rondo/shared/circle/contract.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { listMeetings, scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { createPage, listPages } from '@rondo/shared/page/contract.ts'
import { listThreads } from '@rondo/shared/thread/contract.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { type Browser, expect, type Page, test } from '../world/test.ts'
import { Visitor } from '../world/visitor.ts'

const timeZone = 'Europe/Berlin'

test.describe.configure({ mode: 'parallel' })

/** A name for the screen, its path, and what stands on it once it has come. */
type Screen = readonly [name: string, path: string]

const pageFor = async (browser: Browser, visitor?: Visitor): Promise<Page> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  if (visitor?.cookie) await context.addCookies([visitor.browserCookie])
  return context.newPage()
}

/** Waits until what comes has come: no skeleton is left, and the screen has a title. */
const arrive = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Looks at a screen wide and narrow, in light and dark. */
const examine = async (page: Page, origin: string, [name, path]: Screen): Promise<void> => {
  await arrive(page, origin + path)
  await isFineEverywhere(page, name)
}

test.describe('with a workspace full of life', () => {
  let rondo: Rondo
  let visitor: Visitor
  let screens: Screen[]

  test.beforeAll(async () => {
    rondo = await startRondo()
    visitor = new Visitor(rondo.origin)
    await visitor.ask(setUpDemo, { body: { timeZone } })
    const { circles } = await visitor.ask(listCircles)
    const [mine] = circles
    if (!mine) throw new Error('The demo has no circle.')
    const meetings: MeetingSummary[] = []
    for (const { id } of circles)
      meetings.push(...(await visitor.ask(listMeetings, { params: { circleId: id } })).meetings)
    const { pages } = await visitor.ask(listPages, { query: {} })
    const { threads } = await visitor.ask(listThreads, { query: {} })
    const meetingIn = (phase: MeetingSummary['phase']) =>
      `/meetings/${meetings.find((one) => one.phase === phase)?.id}`
    screens = [
      ['today', '/'],
      ['circles', '/circles'],
      ['a circle', `/circles/${mine.id}`],
      ['the rotation', `/circles/${mine.id}/rotation`],
      ['an agreement', `/circles/${mine.id}/agreement`],
      ['a cadence', `/circles/${mine.id}/cadence`],
      ['fair hours', `/circles/${mine.id}/fair-hours`],
      ['the settings of a circle', `/circles/${mine.id}/settings`],
      ['what was told', '/notifications'],
      ['a new circle', '/circles/new'],
      ['a format', `/circles/${mine.id}/formats/shadowing`],
      ['scheduling', `/circles/${mine.id}/meetings/new`],
      ['a live meeting', meetingIn('live')],
      ['a scheduled meeting', meetingIn('scheduled')],
      ['show-notes', meetingIn('wrapped')],
      ['the library', '/library'],
      ['a page', `/pages/${pages.find((one) => one.kind !== 'show-notes')?.id}`],
      ['threads', '/threads'],
      ['a thread', `/threads/${threads[0]?.id}`],
      ['people', '/people'],
      ['settings', '/settings'],
      ['nowhere', '/nowhere'],
    ]
  })
  test.afterAll(() => rondo.dispose())

  for (const half of [0, 1])
    test(`axe finds nothing on any screen, wide and narrow, light and dark, part ${half + 1}`, async ({
      browser,
    }) => {
      test.setTimeout(300_000)
      const page = await pageFor(browser, visitor)
      for (const [index, screen] of screens.entries())
        if (index % 2 === half) await examine(page, rondo.origin, screen)
    })
})

test.describe('with a workspace that has just begun', () => {
  let rondo: Rondo

  test.beforeAll(async () => {
    rondo = await startRondo()
  })
  test.afterAll(() => rondo.dispose())

  test('axe finds nothing on the doors and on empty screens', async ({ browser }) => {
    test.setTimeout(300_000)
    const stranger = await pageFor(browser)
    await examine(stranger, rondo.origin, ['set-up', '/set-up'])
    const owner = await foundWorkspace(rondo.origin)
    const { link } = await owner.ask(invite, { body: {} })
    const token = new URL(link).pathname
    await examine(stranger, rondo.origin, ['an invitation', token])
    await examine(stranger, rondo.origin, ['a spent invitation', `/invitations/${'x'.repeat(43)}`])
    await examine(stranger, rondo.origin, ['sign-in', '/sign-in'])

    const page = await pageFor(browser, owner)
    for (const path of ['/', '/circles', '/library', '/threads', '/people'])
      await examine(page, rondo.origin, [`empty ${path}`, path])
    const circle = await owner.ask(createCircle, { body: { name: 'New', purpose: 'To begin.', timeZone } })
    const body = {
      title: 'First',
      format: 'brown-bag',
      startsAt: Date.now(),
      segments: formatIn('en', 'brown-bag').segments,
    } as const
    await examine(page, rondo.origin, ['an empty circle', `/circles/${circle.id}`])
    await examine(page, rondo.origin, ['an empty rotation', `/circles/${circle.id}/rotation`])
    const meeting = await owner.ask(scheduleMeeting, { params: { circleId: circle.id }, body })
    await examine(page, rondo.origin, ['an empty room', `/meetings/${meeting.id}`])
    const note = await owner.ask(createPage, { body: { title: 'Blank', circleId: null } })
    await examine(page, rondo.origin, ['an empty page', `/pages/${note.id}`])
  })
})
