import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { AtAGlance } from './at-a-glance.tsx'
import type { Caught } from './caught.ts'
import { show, speakEnglish } from './sample-room.tsx'

beforeAll(speakEnglish)

const step = { id: 'a' as CaptureId, kind: 'next', text: 'Write it down', done: false } as Caught

const glance = (caught: readonly Caught[], noNextStep: boolean) =>
  show(
    <AtAGlance
      caught={caught}
      noNextStep={noNextStep}
      doc={new Y.Doc()}
      mayTick
      onCapture={() => undefined}
    />,
  )

describe('at a glance', () => {
  it('says that there is no next step, on purpose', () => {
    glance([], true)
    expect(screen.getByRole('list', { name: 'Next steps' })).toHaveTextContent('No next step, on purpose')
    expect(screen.queryByText(/was caught/)).toBeNull()
  })

  it('lets a next step that came later speak for itself', () => {
    glance([step], true)
    expect(screen.getByText('Write it down')).toBeVisible()
    expect(screen.queryByText('No next step, on purpose')).toBeNull()
  })

  it('claims no purpose where nobody said so', () => {
    glance([], false)
    expect(screen.queryByText('No next step, on purpose')).toBeNull()
  })
})
