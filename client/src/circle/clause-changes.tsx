import { type ClauseChange, compareClauses } from '@rondo/shared/circle/compare-clauses.ts'
import { useTranslation } from 'react-i18next'

interface ClauseChangesProps {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What leads from one version to another, readable without colours: each changed clause says what became of it. */
export function ClauseChanges({ before, after }: ClauseChangesProps) {
  const keyed = compareClauses(before, after).map((change, index) => ({ change, key: `${index}` }))
  return (
    <ul className="clause-changes">
      {keyed.map(({ change, key }) => (
        <Changed key={key} change={change} />
      ))}
    </ul>
  )
}

function Changed({ change: { kind, words } }: { readonly change: ClauseChange }) {
  const { t } = useTranslation()
  const keyed = words.map((run, index) => ({ run, key: `${index}` }))
  return (
    <li data-kind={kind}>
      {kind === 'same' ? null : <small>{t(`circle.agreement.became.${kind}`)}</small>}
      <p>
        {keyed.map(({ run, key }) => {
          if (run.kind === 'added') return <ins key={key}>{run.text}</ins>
          return run.kind === 'removed' ? <del key={key}>{run.text}</del> : <span key={key}>{run.text}</span>
        })}
      </p>
    </li>
  )
}
