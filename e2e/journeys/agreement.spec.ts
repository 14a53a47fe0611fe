import { answerProposal, proposeAgreement } from '@rondo/shared/circle/agreement-contract.ts'
import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { objections } from '../world/axe.ts'
import { enter } from '../world/browser-person.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, type Page, test } from '../world/test.ts'

const CLAUSES = ['What is said here stays here.', 'We start on time.']

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const proposed = (page: Page) => page.getByRole('region', { name: 'Proposed: version 2' })

test('two people agree on version two, and a newcomer accepts it before they post', async ({ browser }) => {
  const owner = await foundWorkspace(rondo.origin)
  const body = { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' }
  const { id } = await owner.ask(createCircle, { body })
  const params = { circleId: id }
  const second = await comeInvited(owner, 'Jonas Weber', { circleId: id })
  await owner.ask(proposeAgreement, { params, body: { clauses: CLAUSES, from: 0 } })
  await second.ask(answerProposal, { params, body: { version: 1, revision: 1, kind: 'accepts' } })
  const priya = await enter(browser, owner, `/circles/${id}`)
  const jonas = await enter(browser, second, `/circles/${id}/agreement`)

  await test.step('what holds stands on the circle page, and another version is proposed from there', async () => {
    const agreed = priya.getByRole('region', { name: 'What we agreed' })
    await expect(agreed).toContainText('We start on time.')
    await expect(agreed).toContainText('Accepted by 2 of 2.')
    await agreed.getByRole('link', { name: 'Version 1' }).click()
    await priya.getByRole('button', { name: 'Propose another version' }).click()
    await priya.getByLabel('Clause 2', { exact: true }).fill('We start on time and end at once.')
    await priya.getByRole('button', { name: 'Propose it' }).click()
    await expect(proposed(priya)).toContainText('Accepted by 1 of 2.')
  })

  await test.step('the other sees at once what would change, and objects', async () => {
    await expect(proposed(jonas).locator('ins')).toContainText('and end at once')
    await jonas.getByRole('button', { name: 'Object', exact: true }).click()
    await jonas.getByLabel('What you object to').fill('At once is rude.')
    await jonas.getByRole('button', { name: 'Object', exact: true }).click()
    await expect(proposed(priya)).toContainText('At once is rude.')
    await expect(proposed(priya)).toContainText('Jonas objects.')
    expect(await objections(priya)).toEqual([])
  })

  await test.step('the text is changed, everybody is asked anew, and the last yes brings it into force for both', async () => {
    await priya.getByRole('button', { name: 'Change the text' }).click()
    await priya.getByLabel('Clause 2', { exact: true }).fill('We start on time and end on time.')
    await priya.getByRole('button', { name: 'Save this text' }).click()
    await expect(proposed(jonas).locator('ins')).toContainText('and end on time')
    await jonas.getByRole('button', { name: 'Accept', exact: true }).click()
    for (const page of [priya, jonas]) {
      await expect(page.getByRole('region', { name: 'Version 2' })).toContainText('end on time')
      await expect(proposed(page)).toBeHidden()
    }
    await expect(jonas.getByRole('region', { name: 'What held before' })).toContainText('Version 1')
  })

  await test.step('a newcomer reads, accepts, and may post from then on', async () => {
    const third = await comeInvited(owner, 'Amara Okafor')
    await third.ask(joinCircle, { params })
    const amara = await enter(browser, third, `/circles/${id}`)
    const threads = amara.getByRole('region', { name: 'Threads' })
    await expect(amara.getByText('Read and accept before you post')).toBeVisible()
    await expect(threads.getByRole('button', { name: 'Start one' })).toBeHidden()
    await amara.getByRole('link', { name: 'Read what we agreed' }).click()
    await amara.getByRole('button', { name: 'Accept', exact: true }).click()
    await amara.getByRole('link', { name: 'To the circle' }).click()
    await expect(threads.getByRole('button', { name: 'Start one' })).toBeVisible()
    await expect(jonas.getByText('Accepted by 3 of 3.')).toBeVisible()
  })
})
