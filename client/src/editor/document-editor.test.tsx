import { MantineProvider } from '@mantine/core'
import type { CaptureBlock } from '@rondo/shared/document/block.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { createRef } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { messages as ui } from '../ui/messages.ts'
import { documentOf, pages, people, surroundings, uuid } from './editor-fixture.ts'
import { DocumentEditor, type DocumentEditorHandle, type DocumentEditorProps } from './index.ts'
import { messages } from './messages.ts'

const i18n = i18next.createInstance()
beforeAll(() =>
  i18n.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: { editor: messages.en, ui: ui.en } } },
    interpolation: { escapeValue: false },
  }),
)

const show = (doc: Y.Doc, more: Partial<DocumentEditorProps> = {}) => {
  const provider = { awareness: new Awareness(doc) }
  const element = (props: Partial<DocumentEditorProps>) => (
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <DocumentEditor doc={doc} provider={provider} editable surroundings={surroundings} {...props} />
      </MantineProvider>
    </I18nextProvider>
  )
  const { rerender } = render(element(more))
  return { again: (props: Partial<DocumentEditorProps>) => rerender(element(props)) }
}

const step: CaptureBlock = { type: 'capture', kind: 'next', id: uuid(2), line: 'Draw the map', at: 1 }

describe('a page', () => {
  test('shows a next step with its word, time, owner and date, and ticks it in the document', async () => {
    const who = people[1]?.id
    const doc = documentOf([{ ...step, who, due: '2026-12-03' }])
    show(doc)
    expect(await screen.findByText('Next step')).toBeVisible()
    expect(screen.getByText('36 min')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Jonas Weber takes this step. Change' })).toBeVisible()
    expect(screen.getByRole('button', { name: /^Due by Thu,? 3 Dec/ })).toHaveTextContent(/^by Thu,? 3 Dec$/)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Done: Draw the map' }))
    expect(readCaptures(doc)).toMatchObject([{ done: true }])
  })

  test('sets a date by a field that Enter keeps and Escape lets go', async () => {
    const doc = documentOf([step])
    show(doc)
    const enter = async (keys: string) => {
      await userEvent.click(await screen.findByRole('button', { name: /By when|Due/ }))
      const field = screen.getByLabelText('Due date of this step')
      await userEvent.clear(field)
      await userEvent.type(field, keys)
    }
    await enter('2026-12-03{Enter}')
    expect(readCaptures(doc)).toMatchObject([{ due: '2026-12-03' }])
    await enter('2027-01-01{Escape}')
    expect(readCaptures(doc)).toMatchObject([{ due: '2026-12-03' }])
  })

  test('marks the current segment and follows new props without being made anew', async () => {
    const segment = uuid<'segment'>(1)
    const doc = documentOf([{ type: 'segment', id: segment, line: 'Round', minutes: 15 }])
    const { again } = show(doc)
    const heading = await screen.findByRole('heading', { name: /Round/ })
    expect(heading).not.toHaveAttribute('aria-current')
    expect(screen.getByText('15 min')).toBeVisible()
    again({ surroundings: { ...surroundings, currentSegmentId: segment, segmentTime: () => '32 min' } })
    await waitFor(() => expect(heading).toHaveAttribute('aria-current', 'step'))
    expect(screen.getByText('32 min')).toBeVisible()
    expect(screen.getByRole('heading', { name: /Round/ })).toBe(heading)
  })

  test('shows what was carried over, and people and pages as this reader knows them', async () => {
    const page = pages[0]?.id
    const ana = people[0]?.id
    const onOpenPage = vi.fn<(id: PageId) => void>()
    const pieces = [...(page ? [{ pageId: page }] : []), ...(ana ? [{ memberId: ana }] : [])]
    show(documentOf([{ type: 'carryOver' }, { type: 'paragraph', line: pieces }]), {
      surroundings: { ...surroundings, onOpenPage, renderCarryOver: () => <p>Still open</p> },
    })
    expect(await screen.findByText('Still open')).toBeVisible()
    expect(screen.getByText('Ana Souza')).toBeVisible()
    await userEvent.click(screen.getByRole('link', { name: 'Words we use' }))
    expect(onOpenPage).toHaveBeenCalledWith(page)
  })

  test('is for reading where nothing may be written', async () => {
    show(documentOf([step]), { editable: false })
    const box = await screen.findByRole('checkbox')
    expect(box).toBeDisabled()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByText('By when?')).toBeNull()
  })

  test('finds a block by its id and says when it does not hold it', async () => {
    const ref = createRef<DocumentEditorHandle>()
    show(documentOf([step]), { ref })
    await screen.findByText('Next step')
    expect([ref.current?.scrollToBlock(uuid(2)), ref.current?.scrollToBlock(uuid(3))]).toEqual([true, false])
  })
})

describe('a document that cannot be edited safely', () => {
  const broken = () => {
    const doc = documentOf([{ type: 'paragraph', line: 'what everybody wrote' }])
    doc.getXmlFragment(BODY).insert(1, [new Y.XmlElement('futureBlock')])
    return doc
  }

  test('is shown as plain text, untouched, and again as a page when it is mended', async () => {
    const doc = broken()
    show(doc)
    expect(screen.getByText('what everybody wrote')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(doc.getXmlFragment(BODY).length).toBe(2)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    act(() => doc.getXmlFragment(BODY).delete(1))
    expect(await screen.findByRole('textbox')).toHaveTextContent('what everybody wrote')
  })

  test('T17 can be repaired from there, and says so when that did not work', async () => {
    const doc = broken()
    const onRepair = vi.fn<() => Promise<void>>(async () => act(() => doc.getXmlFragment(BODY).delete(1)))
    onRepair.mockRejectedValueOnce(new Error('offline'))
    show(doc, { onRepair })
    await userEvent.click(screen.getByRole('button', { name: 'Repair the page' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be repaired')
    expect(screen.getByText('what everybody wrote')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Repair the page' }))
    expect(await screen.findByRole('textbox')).toHaveTextContent('what everybody wrote')
    expect(onRepair).toHaveBeenCalledTimes(2)
  })

  test('becomes plain text while it is open, and nothing is deleted', async () => {
    const doc = documentOf([{ type: 'paragraph', line: 'what everybody wrote' }])
    show(doc)
    await screen.findByRole('textbox')
    const update = Y.encodeStateAsUpdate(broken())
    await act(async () => Y.applyUpdate(doc, update, 'somebody'))
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    expect(doc.getXmlFragment(BODY).toArray()).toContainEqual(
      expect.objectContaining({ nodeName: 'futureBlock' }),
    )
  })
})
