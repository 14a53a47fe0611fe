import type { Change } from '@rondo/shared/version/model.ts'
import { IconArrowsVertical } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Block } from './block.tsx'
import { ChangedValues } from './changed-values.tsx'
import { foldUnchanged } from './folding.ts'
import { Runs, type Side } from './runs.tsx'
import { type References, useReferences } from './use-references.ts'
import './changes.css'

interface ChangesViewProps {
  readonly changes: readonly Change[]
  readonly beside: boolean
  /** What stands over the two columns. */
  readonly before: string
  readonly after: string
}

/** What changed, in its place: in one text, or the two texts beside each other. What stayed is folded. */
export function ChangesView({ changes, beside, before, after }: ChangesViewProps) {
  const { t } = useTranslation()
  const references = useReferences(changes)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const passages = useMemo(() => foldUnchanged(changes, opened), [changes, opened])
  return (
    <div className="changes" data-beside={beside}>
      {beside ? (
        <div className="changes-heads" aria-hidden="true">
          <span>{before}</span>
          <span>{after}</span>
        </div>
      ) : null}
      {passages.map((passage) =>
        passage.kind === 'folded' ? (
          <button
            key={`folded ${passage.from}`}
            type="button"
            className="changes-fold"
            onClick={() => setOpened(new Set([...opened, passage.from]))}
          >
            <IconArrowsVertical size={16} stroke={1.5} aria-hidden="true" />
            {t('version.unchanged', { count: passage.to - passage.from })}
          </button>
        ) : (
          <OneChange key={passage.index} change={passage.change} beside={beside} references={references} />
        ),
      )}
    </div>
  )
}

interface OneChangeProps {
  readonly change: Change
  readonly beside: boolean
  readonly references: References
}

function OneChange({ change, beside, references }: OneChangeProps) {
  const { t } = useTranslation()
  const { kind } = change
  const said = kind === 'same' ? null : <span className="visually-hidden">{t(`version.kind.${kind}`)}: </span>
  if (!beside)
    return (
      <div className="change" data-kind={kind}>
        {said}
        <ChangedBlock change={change} side="both" references={references} />
      </div>
    )
  return (
    <div className="change-pair" data-kind={kind}>
      {said}
      <div className="change" data-kind={kind} data-side="before">
        {kind === 'added' ? null : <ChangedBlock change={change} side="before" references={references} />}
      </div>
      <div className="change" data-kind={kind} data-side="after">
        {kind === 'removed' ? null : <ChangedBlock change={change} side="after" references={references} />}
      </div>
    </div>
  )
}

interface ChangedBlockProps {
  readonly change: Change
  readonly side: Side
  readonly references: References
}

function ChangedBlock({ change, side, references }: ChangedBlockProps) {
  const shape = change.kind === 'changed' && side === 'before' ? change.was : change.shape
  const isWhole = change.kind === 'added' || change.kind === 'removed'
  const words = (
    <Runs runs={change.runs} side={side} marked={change.kind === 'changed'} references={references} />
  )
  const Whole = change.kind === 'added' ? 'ins' : 'del'
  return (
    <>
      <Block shape={shape} references={references}>
        {isWhole && change.runs.length > 0 ? <Whole>{words}</Whole> : words}
      </Block>
      {change.kind === 'changed' && side !== 'before' ? (
        <ChangedValues was={change.was} is={change.shape} references={references} />
      ) : null}
    </>
  )
}
