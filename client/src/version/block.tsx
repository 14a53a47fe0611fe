import { isDueDate, isId } from '@rondo/shared/document/attributes.ts'
import { isCaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Shape } from '@rondo/shared/version/model.ts'
import { IconPhoto } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KindLabel } from '../ui/kind/kind.tsx'
import { DateText } from '../ui/time/time-text.tsx'
import type { References } from './use-references.ts'

interface BlockProps {
  readonly shape: Shape
  readonly references: References
  /** Its words. */
  readonly children: ReactNode
}

/** One block of a compared page. Headings look like headings and are none: the screen has its own. */
export function Block({ shape, references, children }: BlockProps) {
  const { inside, item } = shape
  const depth = inside.filter((one) => one !== 'quote').length
  return (
    <div className="version-block" data-depth={Math.min(depth, 6)} data-quoted={inside.includes('quote')}>
      {depth === 0 ? null : (
        <span className="version-marker">{item === null ? '' : <Marker item={item} />}</span>
      )}
      <BlockBody shape={shape} references={references}>
        {children}
      </BlockBody>
    </div>
  )
}

function Marker({ item }: { readonly item: NonNullable<Shape['item']> }) {
  const { t } = useTranslation()
  if (item.done === null) return item.number === null ? '–' : `${item.number}.`
  return (
    <span
      className="version-tick"
      data-done={item.done}
      role="img"
      aria-label={t(item.done ? 'version.value.isDone' : 'version.value.isOpen')}
    />
  )
}

function BlockBody({ shape, references, children }: BlockProps) {
  const { t } = useTranslation()
  const { type, attributes } = shape
  switch (type) {
    case 'heading':
      return (
        <p className="version-heading" data-level={String(attributes['level'] ?? 1)}>
          {children}
        </p>
      )
    case 'segment':
      return (
        <p className="version-heading" data-level="2">
          {children}
        </p>
      )
    case 'capture':
      return (
        <CaptureBody shape={shape} references={references}>
          {children}
        </CaptureBody>
      )
    case 'codeBlock':
      return <pre>{children}</pre>
    case 'horizontalRule':
      return <hr aria-label={t('version.block.horizontalRule')} />
    case 'carryOver':
      return <p className="faint">{t('version.block.carryOver')}</p>
    case 'image':
      return <ImageBody shape={shape}>{children}</ImageBody>
    case 'table':
      return <p className="version-table">{children}</p>
    default:
      return <p>{children}</p>
  }
}

/** An image is told by what it shows: how it looks says nothing about what changed. */
function ImageBody({ shape, children }: Omit<BlockProps, 'references'>) {
  const { t } = useTranslation()
  const { alt, decorative } = shape.attributes
  const words = decorative === true ? 'imageDecorative' : 'imageNotDescribed'
  return (
    <p className="version-image">
      <IconPhoto size={18} stroke={1.5} aria-label={t('version.block.image')} />
      {alt === undefined || decorative === true ? <i>{t(`version.block.${words}`)}</i> : children}
    </p>
  )
}

function CaptureBody({ shape, references, children }: BlockProps) {
  const { kind, who, due, done } = shape.attributes
  const known = isCaptureKind(kind) ? kind : 'insight'
  const isStep = known === 'next'
  return (
    <div className={`version-capture kind-${known}`} data-done={isStep && done === true}>
      <KindLabel kind={known} />
      <span className="version-capture-text">{children}</span>
      {isStep && (isId(who) || isDueDate(due)) ? (
        <span className="version-capture-meta">
          {isId(who) ? references.member(who) : null}
          {isDueDate(due) ? <DateText day={due} /> : null}
        </span>
      ) : null}
    </div>
  )
}
