import { readImages } from '@rondo/shared/document/read-images.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import { within } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { documentOf, editorOn, surroundings, uuid } from '../editor-fixture.ts'

const images = { address: (id: FileId) => `/pictures/${id}`, renderAnnotation: () => null }
const places: HTMLElement[] = []
afterEach(() => {
  for (const place of places.splice(0)) place.remove()
})

const shown = async (alt?: string, decorative = false) => {
  const doc = documentOf([
    { type: 'image', fileId: uuid<'file'>(1), alt, decorative, width: 640, height: 480 },
    { type: 'paragraph', line: 'text' },
  ])
  const parts = await editorOn(doc, { ...surroundings, images })
  const place = parts.editor.view.dom.parentElement ?? parts.editor.view.dom
  document.body.append(place)
  places.push(place)
  return { doc, ...parts, on: within(place) }
}

test('An image comes from our own server, with its size known before.', async () => {
  const { on } = await shown('The map of the cache')
  const picture = on.getByRole('img', { name: 'The map of the cache' })
  expect(picture).toHaveAttribute('src', `/pictures/${uuid(1)}`)
  expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['640', '480'])
})

test('What it shows is asked until somebody answers, and can be changed.', async () => {
  const { doc, on } = await shown()
  expect(on.getByRole('img', { name: 'An image that nobody has described yet' })).toBeVisible()
  const field = on.getByLabelText('What does this image show?')
  await userEvent.type(field, '  A   map {Enter}')
  expect(readImages(doc)).toMatchObject([{ alt: 'A map' }])
  expect(on.getByText('Shows: A map')).toBeVisible()
  expect(field).not.toBeVisible()
  await userEvent.click(on.getByRole('button', { name: 'Change the description' }))
  expect(field).toHaveValue('A map')
  await userEvent.clear(field)
  await userEvent.type(field, 'nothing{Escape}')
  expect(readImages(doc)).toMatchObject([{ alt: 'A map' }])
})

test('That there is nothing to say is an answer, too.', async () => {
  const { doc, on } = await shown()
  await userEvent.click(on.getByRole('button', { name: 'It is only decoration' }))
  expect(readImages(doc)).toMatchObject([{ alt: undefined, decorative: true }])
  expect(on.getByText('Only decoration.')).toBeVisible()
  expect(on.getByRole('presentation', { hidden: true })).toBeInTheDocument()
})

test('A reader is told that nobody described it, and is asked nothing.', async () => {
  const { world, editor, on } = await shown()
  editor.setEditable(false)
  world.update({ ...world.now, editable: false })
  expect(on.getByText('An image that nobody has described yet')).toBeVisible()
  for (const name of ['Keep', 'Draw on it', 'Remove', 'Change the description'])
    expect(on.queryByRole('button', { name })).toBeNull()
})

test('An image that cannot be shown says so in words, with what it shows.', async () => {
  const { on } = await shown('A map')
  on.getByRole('img', { name: 'A map' }).dispatchEvent(new Event('error'))
  expect(on.getByText(/cannot be shown here: A map/)).toBeVisible()
})

test('It can be looked at closely, drawn on, and removed; removing is undone like anything else.', async () => {
  const { doc, left, editor, on } = await shown('A map')
  await userEvent.click(on.getByRole('button', { name: 'Look closely: A map' }))
  await userEvent.click(on.getByRole('button', { name: 'Draw on it' }))
  expect(left).toEqual(['image', 'annotate'])
  await userEvent.click(on.getByRole('button', { name: 'Remove' }))
  expect(readImages(doc)).toEqual([])
  editor.commands.undo()
  expect(readImages(doc)).toMatchObject([{ alt: 'A map' }])
})
