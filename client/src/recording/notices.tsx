import type { Notice } from '@rondo/shared/recording/model.ts'
import { useTranslation } from 'react-i18next'

/** What was wrong in the file, cue by cue, and what became of it. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation()
  if (notices.length === 0) return null
  return (
    <details className="transcript-notices">
      <summary>{t('recording.notices', { count: notices.length })}</summary>
      <ul>
        {notices.map(({ kind, cue, line }) => (
          <li key={`${kind} ${cue}`}>{t(`recording.notice.${kind}`, { cue, line })}</li>
        ))}
      </ul>
    </details>
  )
}
