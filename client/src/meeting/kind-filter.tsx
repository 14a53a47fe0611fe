import { Tooltip } from '@mantine/core'
import { CAPTURE_KINDS, type CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../ui/kind/kind.tsx'
import { type Caught, countKinds } from './caught.ts'

interface KindFilterProps {
  readonly caught: readonly Caught[]
  /** None chosen shows all. */
  readonly chosen: ReadonlySet<CaptureKind>
  readonly onChoose: (kinds: ReadonlySet<CaptureKind>) => void
}

/** One toggle a kind, with its name and number. */
export function KindFilter({ caught, chosen, onChoose }: KindFilterProps) {
  const { t } = useTranslation()
  const counts = countKinds(caught)
  const toggle = (kind: CaptureKind) => {
    const next = new Set(chosen)
    if (!next.delete(kind)) next.add(kind)
    onChoose(next)
  }
  return (
    <fieldset className="kind-filter" aria-label={t('meeting.list.filter')}>
      {CAPTURE_KINDS.map((kind) => {
        const label = t('meeting.list.kindCount', {
          kind: t(`ui.kind.${kind}`),
          count: counts.get(kind) ?? 0,
        })
        return (
          <Tooltip key={kind} label={label}>
            <button
              type="button"
              className={`kind-${kind}`}
              aria-label={label}
              aria-pressed={chosen.has(kind)}
              onClick={() => toggle(kind)}
            >
              <KindIcon kind={kind} size={17} />
            </button>
          </Tooltip>
        )
      })}
    </fieldset>
  )
}
