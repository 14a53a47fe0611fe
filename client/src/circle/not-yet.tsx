import type { UseQueryResult } from '@tanstack/react-query'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'

interface NotYetProps {
  readonly asked: Pick<UseQueryResult, 'error' | 'refetch'>
  readonly rows: number
}

/** What stands where an answer is missing: its shape while it comes, or why it did not. */
export function NotYet({ asked, rows }: NotYetProps) {
  if (asked.error === null) return <RowsSkeleton rows={rows} />
  return <RefusalNotice error={asked.error} onAgain={() => void asked.refetch()} />
}
