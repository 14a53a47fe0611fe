import type { setCadence } from '@rondo/shared/cadence/contract.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import { useTranslation } from 'react-i18next'

export type OutcomeOf = OutputOf<typeof setCadence>['changes']

/** What became of the meetings to come, in a sentence or two. */
export function Outcome({ changes }: { readonly changes: OutcomeOf | null }) {
  const { t } = useTranslation()
  if (changes === null) return <p role="status" className="text-small soft" />
  const { created, moved, withdrawn, kept } = changes
  const sentences = [
    ...(created > 0 ? [t('cadence.outcome.created', { count: created })] : []),
    ...(moved > 0 ? [t('cadence.outcome.moved', { count: moved })] : []),
    ...(withdrawn > 0 ? [t('cadence.outcome.withdrawn', { count: withdrawn })] : []),
    ...(kept.length > 0 ? [t('cadence.outcome.kept', { count: kept.length })] : []),
  ]
  return (
    <p role="status" className="text-small soft">
      {sentences.length === 0 ? t('cadence.outcome.nothing') : sentences.join(' ')}
    </p>
  )
}
