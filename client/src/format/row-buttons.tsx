import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DraftSegment } from './planned-segments.ts'

interface RowButtonsProps {
  readonly draft: DraftSegment
  readonly index: number
  readonly count: number
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

const sign = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
const quiet = { variant: 'subtle', color: 'var(--c-ink-2)', size: 32 } as const

/** Up, down, away. */
export function RowButtons({ draft, index, count, onMove, onRemove }: RowButtonsProps) {
  const { t } = useTranslation()
  const title = draft.title || t('format.segments.nameless')
  return (
    <div className="segment-buttons">
      <ActionIcon
        {...quiet}
        aria-label={t('format.segments.up', { title })}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp {...sign} />
      </ActionIcon>
      <ActionIcon
        {...quiet}
        aria-label={t('format.segments.down', { title })}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown {...sign} />
      </ActionIcon>
      <ActionIcon {...quiet} aria-label={t('format.segments.remove', { title })} onClick={onRemove}>
        <IconX {...sign} />
      </ActionIcon>
    </div>
  )
}
