import { useTranslation } from 'react-i18next'
import { Refused } from '../platform/refused.ts'
import { ErrorNotice } from '../ui/states/error-notice.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

/** Says that it did not work without telling which half was wrong, or when to try again. */
export function SignInProblem({ problem }: { readonly problem: unknown }) {
  const { t } = useTranslation()
  if (problem === null) return null
  if (problem instanceof Refused && problem.code === 'too-many') {
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60))
    return <ErrorNotice happened={t('account.signIn.tooMany', { count: minutes })} />
  }
  const wrong =
    problem instanceof Refused && (problem.code === 'not-signed-in' || problem.code === 'forbidden')
  return wrong ? (
    <ErrorNotice happened={t('account.signIn.wrong')} safe={t('account.signIn.wrongDo')} />
  ) : (
    <RefusalNotice error={problem} />
  )
}
