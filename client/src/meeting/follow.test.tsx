import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Follow } from './follow.tsx'
import { logOf, roomOf, show, speakEnglish, started, walk } from './sample-room.tsx'

beforeAll(speakEnglish)

const entered = { type: 'segment-entered', segmentId: walk, after: 5 } as const
const offer = () => screen.queryByRole('button', { name: 'Now: Walk the code. Go there' })

/** The room in its first segment, then in its second; answers what asks the editor to scroll. */
const moveOn = (run: object = {}) => {
  const scrollToBlock = vi.fn<(id: string) => boolean>(() => true)
  const editor = { current: { scrollToBlock, focus: () => {} } }
  const { rerender } = show(<Follow room={roomOf(logOf(...started))} editor={editor} />)
  expect(offer()).toBeNull()
  rerender(<Follow room={roomOf(logOf(...started, entered), {}, run)} editor={editor} />)
  return scrollToBlock
}

describe('when the light moves to a segment out of sight', () => {
  it('whoever reads or writes elsewhere is offered the way, and nothing scrolls by itself', async () => {
    const scrollToBlock = moveOn()
    expect(scrollToBlock).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Now: Walk the code. Go there' }))
    expect(scrollToBlock).toHaveBeenCalledExactlyOnceWith(walk)
  })

  it('the tab that moved it goes along', () => {
    const scrollToBlock = moveOn({ variables: { do: 'segment', from: null, to: walk } })
    expect(scrollToBlock).toHaveBeenCalledWith(walk)
    expect(offer()).toBeNull()
  })
})
