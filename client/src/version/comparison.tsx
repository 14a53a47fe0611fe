import { SegmentedControl } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import type { PageId, VersionId } from '@rondo/shared/kernel/id.ts'
import type { Change } from '@rondo/shared/version/model.ts'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { ChangesView } from './changes-view.tsx'
import { countChanges } from './folding.ts'
import { useChanges } from './queries.ts'

interface ComparisonProps {
  readonly pageId: PageId
  /** Undefined: from an empty page. */
  readonly from: VersionId | undefined
  readonly to: VersionId | 'now'
  readonly before: string
  readonly after: string
  /** Said where nothing changed. */
  readonly nothing: string
}

/** What leads from one state of the page to another, in one text or side by side. */
export function Comparison({ pageId, from, to, before, after, nothing }: ComparisonProps) {
  const { data, error, refetch } = useChanges(pageId, from, to)
  const isWide = useMediaQuery('(min-width: 1000px)') ?? false
  const [layout, setLayout] = useLocalStorage({ key: 'rondo.changes', defaultValue: 'one' })
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) return <TextSkeleton lines={8} />
  const { changes } = data
  if (changes.every(({ kind }) => kind === 'same')) return <p className="changes-none">{nothing}</p>
  return (
    <>
      <div className="changes-bar">
        <Summary changes={changes} />
        {isWide ? <Layout value={layout} onChange={setLayout} /> : null}
      </div>
      <ChangesView changes={changes} beside={isWide && layout === 'beside'} before={before} after={after} />
    </>
  )
}

function Layout({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('version.layout.label')}
      value={value}
      onChange={onChange}
      data={[
        { value: 'one', label: t('version.layout.one') },
        { value: 'beside', label: t('version.layout.beside') },
      ]}
    />
  )
}

/** How much changed, and how it is marked. */
function Summary({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation()
  const { added, removed, changed } = countChanges(changes)
  const counts = { changed, added, removed }
  return (
    <p className="changes-summary" role="status">
      {(['changed', 'added', 'removed'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <span key={kind} data-kind={kind}>
            {t(`version.counted.${kind}`, { count: counts[kind] })}
          </span>
        ))}
    </p>
  )
}
