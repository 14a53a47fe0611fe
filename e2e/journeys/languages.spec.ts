import { changeAccount } from '@rondo/shared/account/contract.ts'
import { createCircle } from '@rondo/shared/circle/contract.ts'
import { PRESETS } from '@rondo/shared/format/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { scheduleMeeting, startMeeting } from '@rondo/shared/meeting/contract.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import { openThread } from '@rondo/shared/thread/contract.ts'
import { keepVersion } from '@rondo/shared/version/contract.ts'
import { enter } from '../world/browser-person.ts'
import { overhang } from '../world/looks.ts'
import { foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'
import { cutOff, untranslated } from '../world/untranslated.ts'
import type { Visitor } from '../world/visitor.ts'

/** The words of formats become content, so they stay as they are. */
const content = PRESETS.map((id) => formatIn('en', id)).flatMap(({ name, about, page, segments }) => [
  about,
  name,
  page,
  ...segments.map(({ title }) => title),
])

let rondo: Rondo
let owner: Visitor
let screens: Record<string, string>

/** What people wrote has no plain letters here, so that all plain letters are ours. */
test.beforeAll(async () => {
  rondo = await startRondo()
  owner = await foundWorkspace(rondo.origin, 'Jo Xi')
  const timeZone = 'Europe/Berlin'
  const circle = await owner.ask(createCircle, { body: { name: 'Øß', purpose: 'Ŧø ŀëåŕñ.', timeZone } })
  const params = { circleId: circle.id }
  const segments = [
    { title: 'Ǿñë', minutes: 5 },
    { title: 'Ŧŵø', minutes: 5 },
  ]
  const body = { title: 'Ŧåŀķ', format: 'brown-bag', startsAt: Date.now(), segments } as const
  const meeting = await owner.ask(scheduleMeeting, { params, body })
  await owner.ask(startMeeting, { params: { meetingId: meeting.id } })
  const page = await owner.ask(createPage, { body: { title: 'Ñøŧë', circleId: circle.id } })
  const version = await owner.ask(keepVersion, { params: { pageId: page.id }, body: { name: 'Ŧħëñ' } })
  const thread = await owner.ask(openThread, { params, body: { title: 'Ŵħÿ', body: 'Ŀøñĝ' } })
  screens = {
    today: '/',
    circles: '/circles',
    circle: `/circles/${circle.id}`,
    rotation: `/circles/${circle.id}/rotation`,
    'new circle': '/circles/new',
    formats: `/circles/${circle.id}/formats`,
    'a format': `/circles/${circle.id}/formats/study-sprint`,
    scheduling: `/circles/${circle.id}/meetings/new`,
    room: `/meetings/${meeting.id}`,
    library: '/library',
    page: `/pages/${page.id}`,
    history: `/pages/${page.id}/history?version=${version.id}`,
    threads: '/threads',
    thread: `/threads/${thread.id}`,
    people: '/people',
    settings: '/settings',
    nowhere: '/nowhere',
  }
})
test.afterAll(() => rondo.dispose())

test('in the pseudo-language no screen keeps a plain word or cuts a long one', async ({ browser }) => {
  await owner.ask(changeAccount, { body: { locale: 'pseudo' } })
  const page = await enter(browser, owner)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const [name, path] of Object.entries(screens)) {
      await page.goto(rondo.origin + path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      expect.soft(await untranslated(page, content), `${name}, ${width} px: plain words`).toEqual([])
      expect.soft(await cutOff(page), `${name}, ${width} px: cut off`).toEqual([])
      expect.soft(await overhang(page), `${name}, ${width} px: sideways scrolling`).toBeLessThanOrEqual(0)
    }
  }
})

test('in German the whole house speaks German, and keeps doing so after a reload', async ({ browser }) => {
  await owner.ask(changeAccount, { body: { locale: 'en' } })
  const page = await enter(browser, owner, '/settings')
  await page.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.reload()
  const main = page.getByRole('navigation', { name: 'Hauptmenü', exact: true })
  await main.getByRole('link', { name: 'Kreise' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kreise' })).toBeVisible()
  await page.goto(rondo.origin + (screens['room'] ?? ''))
  await expect(page.getByRole('button', { name: 'Nächster Abschnitt' })).toBeVisible()
})
