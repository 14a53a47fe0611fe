import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { memo, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentEditorHandle } from '../editor/index.ts'
import { currentSegment } from './leading.ts'
import type { Room } from './room.ts'
import './follow.css'

interface FollowProps {
  readonly room: Pick<Room, 'state' | 'items' | 'run'>
  readonly editor: RefObject<DocumentEditorHandle | null>
}

/**
 * When the light moves to a segment that is out of sight, the tab that moved it goes along; the others are offered the way
 * and stay where somebody reads or writes.
 */
export const Follow = memo(function Follow({ room, editor }: FollowProps) {
  const { t } = useTranslation()
  const current = currentSegment(room.state)
  const [followed, setFollowed] = useState(current)
  const isBehind = current !== null && current !== followed
  const moved = room.run.variables
  const isMine = moved?.do === 'segment' && moved.to === current
  useEffect(() => {
    if (!isBehind) return
    if (isMine) editor.current?.scrollToBlock(current)
    const heading = document.querySelector(`.doc-segment[data-id="${current}"]`)
    if (!heading) return
    const sight = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) setFollowed(current)
    })
    sight.observe(heading)
    return () => sight.disconnect()
  }, [isBehind, isMine, current, editor])
  if (!isBehind || isMine) return null
  const title = room.items.find((item) => item.id === current)?.title || t('meeting.someSegment')
  return (
    <div className="follow">
      <Button
        size="compact-sm"
        leftSection={<IconArrowDown size={16} stroke={1.5} aria-hidden="true" />}
        onClick={() => editor.current?.scrollToBlock(current)}
      >
        {t('meeting.follow', { title })}
      </Button>
    </div>
  )
})
