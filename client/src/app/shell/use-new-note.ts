import { createPage, listPages } from '@rondo/shared/page/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTell } from '../../platform/ask.ts'

/** Makes an empty note for the whole workspace and opens it. */
export function useNewNote(): () => Promise<void> {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const create = useTell(createPage, [listPages])
  return async () => {
    const page = await create.mutateAsync({ body: { title: t('app.untitled'), circleId: null } })
    await navigate({ to: '/pages/$pageId', params: { pageId: page.id } })
  }
}
