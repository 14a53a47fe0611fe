import type { Change } from '@rondo/shared/version/model.ts'
import { IconArrowsVertical } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { besideRows } from './beside-rows.ts'
import { Block } from './block.tsx'
import { ChangedValues } from './changed-values.tsx'
import { foldUnchanged, type Passage } from './folding.ts'
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
      {stretchesOf(passages).map((stretch) =>
        stretch.kind === 'folded' ? (
          <button
            key={`folded ${stretch.from}`}
            type="button"
            className="changes-fold"
            onClick={() => setOpened(new Set([...opened, stretch.from]))}
          >
            <IconArrowsVertical size={16} stroke={1.5} aria-hidden="true" />
            {t('version.unchanged', { count: stretch.to - stretch.from })}
          </button>
        ) : beside ? (
          <BesideEachOther key={stretch.from} changes={stretch.changes} references={references} />
        ) : (
          <InOneText key={stretch.from} changes={stretch.changes} references={references} />
        ),
      )}
    </div>
  )
}

type Stretch =
  | Extract<Passage, { kind: 'folded' }>
  | { readonly kind: 'shown'; readonly from: number; readonly changes: Change[] }

/** Neighbouring blocks that are shown, together. */
const stretchesOf = (passages: readonly Passage[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const passage of passages) {
    const last = stretches.at(-1)
    if (passage.kind === 'folded') stretches.push(passage)
    else if (last?.kind === 'shown') last.changes.push(passage.change)
    else stretches.push({ kind: 'shown', from: passage.index, changes: [passage.change] })
  }
  return stretches
}

interface ShownProps {
  readonly changes: readonly Change[]
  readonly references: References
}

function InOneText({ changes, references }: ShownProps) {
  return changes.map((change, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one comparison never change places
    <div key={place} className="change" data-kind={change.kind}>
      <Said kind={change.kind} />
      <ChangedBlock change={change} side="both" references={references} />
    </div>
  ))
}

function BesideEachOther({ changes, references }: ShownProps) {
  return besideRows(changes).map(({ before, after }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one comparison never change places
    <div key={place} className="change-pair">
      <OneSide change={before} side="before" references={references} />
      <OneSide change={after} side="after" references={references} />
    </div>
  ))
}

interface OneSideProps {
  readonly change: Change | null
  readonly side: 'before' | 'after'
  readonly references: References
}

function OneSide({ change, side, references }: OneSideProps) {
  if (change === null) return <div className="change" />
  return (
    <div className="change" data-kind={change.kind}>
      <Said kind={change.kind} />
      <ChangedBlock change={change} side={side} references={references} />
    </div>
  )
}

/** What the sign in the margin says, for who hears the page. */
function Said({ kind }: Pick<Change, 'kind'>) {
  const { t } = useTranslation()
  return kind === 'same' ? null : <span className="visually-hidden">{t(`version.kind.${kind}`)}: </span>
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
