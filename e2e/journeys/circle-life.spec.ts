import { joinCircle, listCircles } from '@rondo/shared/circle/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { enter } from '../world/browser-person.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'

const NAME = 'Reading other people’s code'
const PURPOSE = 'To read one piece of code we did not write, every week.'
const OTHERS = ['Jonas Weber', 'Amara Okafor', 'Hana Suzuki', 'Leyla Demir', 'Thiago Gomes'] as const

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

test('a circle of six goes from draft to archive', async ({ browser }) => {
  const owner = await foundWorkspace(rondo.origin)
  const others = await Promise.all(OTHERS.map((name) => comeInvited(owner, name)))
  const late = await comeInvited(owner, 'Wanjiru Kamau')
  const [first] = others
  if (first === undefined) throw new Error('Nobody came.')
  const priya = await enter(browser, owner, '/circles/new')

  await test.step('a circle without a purpose is refused, and its draft is kept where others do not see it', async () => {
    await priya.getByLabel('Name', { exact: true }).fill(NAME)
    await priya.getByRole('button', { name: 'Start the circle' }).click()
    await expect(priya.getByText('Say in 1 to 160 characters what the circle is for.')).toBeVisible()
    await priya.getByLabel('Purpose').fill('x'.repeat(161))
    await expect(priya.getByText('1 character too many')).toBeVisible()
    await priya.getByRole('button', { name: 'Keep as a draft' }).click()
    await expect(priya.getByRole('region', { name: 'This circle is a draft.' })).toBeVisible()
    expect((await first.ask(listCircles)).circles).toEqual([])
  })

  await test.step('with a purpose and six seats it starts', async () => {
    await priya.getByRole('link', { name: 'Say the purpose' }).click()
    await priya.getByLabel('Purpose').fill(PURPOSE)
    await priya.getByRole('combobox', { name: 'How many seats' }).click()
    await priya.getByRole('option', { name: /a learning circle is four to six/ }).click()
    await priya.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(priya.getByText('Saved. Everybody sees it from now on.')).toBeVisible()
    await priya.getByRole('button', { name: 'Add a goal' }).click()
    await priya.getByLabel('Goal 1', { exact: true }).fill('Read a parser to its end')
    await priya.getByLabel('Ends when all goals are met').check()
    await priya.getByRole('button', { name: 'Save goals and end' }).click()
    await expect(priya.getByText('Saved. Everybody sees it from now on.')).toHaveCount(2)
    await priya.getByRole('link', { name: 'Back to the circle' }).click()
    await priya.getByRole('button', { name: 'Start the circle' }).click()
    await expect(priya.getByRole('region', { name: 'This circle is a draft.' })).toBeHidden()
  })

  const [circle] = (await first.ask(listCircles)).circles
  if (circle === undefined) throw new Error('The circle did not start.')
  const params = { circleId: circle.id }

  await test.step('the seventh is offered the waiting list, and a host lets them in all the same', async () => {
    for (const other of others) await other.ask(joinCircle, { params })
    const wanjiru = await enter(browser, late, `/circles/${circle.id}`)
    await wanjiru.getByRole('button', { name: 'Wait for a seat' }).click()
    await expect(wanjiru.getByText('You are next')).toBeVisible()
    await priya.getByRole('button', { name: 'Let Wanjiru Kamau in all the same' }).click()
    await expect(wanjiru.getByRole('button', { name: 'Leave this circle' })).toBeVisible()
    await wanjiru.context().close()
  })

  await test.step('when its goals are met a host is asked how it goes on, and closes it with its story', async () => {
    await priya.getByRole('checkbox', { name: 'Read a parser to its end' }).check()
    const asked = priya.getByRole('region', { name: 'How do we go on?' })
    await expect(asked).toContainText('All goals of this circle are met.')
    await asked.getByRole('button', { name: 'Close with a ceremony' }).click()
    await priya.getByRole('dialog').getByRole('button', { name: 'Close with a ceremony' }).click()
    await priya.getByRole('link', { name: 'The story of this circle' }).click()
    await expect(priya.getByRole('heading', { name: `The story of ${NAME}` })).toBeVisible()
    await expect(priya.getByRole('heading', { name: 'What we learned' })).toBeVisible()
    await priya.goBack()
  })

  await test.step('archived, it changes no more, for whoever looks, and its pages are still found', async () => {
    const jonas = await enter(browser, first, `/circles/${circle.id}`)
    await expect(jonas.getByRole('region', { name: 'This circle is closing.' })).toBeVisible()
    await priya.getByRole('button', { name: 'Archive the circle' }).click()
    await expect(jonas.getByRole('region', { name: 'This circle is archived.' })).toBeVisible()
    await expect(jonas.getByRole('checkbox', { name: 'Read a parser to its end' })).toBeDisabled()
    await jonas.getByRole('link', { name: 'The story of this circle' }).click()
    await expect(jonas.getByRole('heading', { name: 'What we learned' })).toBeVisible()
    await expect(jonas.getByText('This circle is archived: it can be read')).toBeVisible()
    const { pages } = await late.ask(listPages, { query: { title: 'story' } })
    expect(pages.map(({ title }) => title)).toContain(`The story of ${NAME}`)
  })
})
