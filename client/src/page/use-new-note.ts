import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCreatePage } from './queries.ts'

/** Makes a note in a circle, or for the whole workspace, and opens it ready to write. */
export function useNewNote(circleId: CircleId | null) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const create = useCreatePage()
  const write = (title: string) =>
    create.mutate(
      { body: { title: title === '' ? t('page.untitled') : title, circleId } },
      {
        onSuccess: (page) =>
          void navigate({ to: '/pages/$pageId', params: { pageId: page.id }, hash: WRITE_HERE }),
      },
    )
  return { write, pending: create.isPending, error: create.error }
}

/** The part of an address that puts the cursor into the page. */
export const WRITE_HERE = 'write'
