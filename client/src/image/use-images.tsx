import { notifications } from '@mantine/notifications'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import type { AnnotationAsked, Images } from '../editor/index.ts'
import { addressOfImage, refusalIn, sendImage } from './send-image.ts'
import { WaitingStore } from './waiting-store.ts'

const AnnotateDialog = lazy(async () => {
  const { AnnotateDialog: component } = await import('./annotate/annotate-dialog.tsx')
  return { default: component }
})

/** Where nothing can be added: an old version, say. */
export const shownImages: Images = { address: addressOfImage }

/** The images of a page that somebody has open, and those that are on their way into it. */
export function useImages(pageId: PageId, documentId: string, mayWrite: boolean): Images {
  const { t } = useTranslation()
  const memberId = useMe()?.id
  const waiting = useMemo(
    () =>
      memberId === undefined || !mayWrite
        ? undefined
        : new WaitingStore({
            memberId,
            documentId,
            send: (file, sent) => sendImage(pageId, file, sent),
            refusalIn,
          }),
    [memberId, documentId, pageId, mayWrite],
  )
  useEffect(() => {
    void waiting?.open()
    return () => waiting?.close()
  }, [waiting])
  return useMemo(
    (): Images =>
      waiting === undefined
        ? { ...shownImages, refuse: () => notifications.show({ message: t('image.refused.guest') }) }
        : {
            address: addressOfImage,
            waiting,
            renderAnnotation: (asked: AnnotationAsked) => (
              <Suspense>
                <AnnotateDialog pageId={pageId} {...asked} />
              </Suspense>
            ),
          },
    [waiting, pageId, t],
  )
}
