import type { Editor } from '@tiptap/core'
import { type Ref, useImperativeHandle, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { placeOfBlock } from './image-place.ts'
import { replaceImage } from './replace-image.ts'
import type { ImageLook, Images, Taken } from './waiting-images.ts'
import './images.css'

export interface ImageDialogsHandle {
  readonly show: (image: ImageLook) => void
  readonly annotate: (image: ImageLook, position: number) => void
}

interface ImageDialogsProps {
  readonly editor: Editor
  readonly doc: Y.Doc
  readonly images: Images | undefined
  readonly ref: Ref<ImageDialogsHandle>
}

interface Annotated {
  readonly image: ImageLook
  readonly place: Y.RelativePosition
}

/** What opens over the page: an image to look at closely, an image to draw on. */
export function ImageDialogs({ editor, doc, images, ref }: ImageDialogsProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<ImageLook>()
  const [annotated, setAnnotated] = useState<Annotated>()
  const [isGone, setGone] = useState(false)
  useImperativeHandle(ref, () => ({
    show: setShown,
    annotate: (image, position) => {
      setGone(false)
      setAnnotated({ image, place: placeOfBlock(doc, editor.state, position) })
    },
  }))
  const done = (taken: Taken) => {
    if (annotated === undefined) return
    const { image, place } = annotated
    setGone(!replaceImage(editor, doc, { fileId: image.fileId, place }, taken))
    setAnnotated(undefined)
  }
  const close = () => setShown(undefined)
  return (
    <>
      <Dialog
        opened={shown !== undefined}
        onClose={close}
        title={shown?.alt ?? t('editor.image.closely')}
        size="auto"
      >
        {shown === undefined || images === undefined ? null : (
          <img
            className="doc-image-closely"
            src={images.address(shown.fileId)}
            alt={shown.alt ?? t('editor.image.notDescribed')}
            width={shown.width || undefined}
            height={shown.height || undefined}
          />
        )}
      </Dialog>
      {annotated === undefined
        ? null
        : images?.renderAnnotation?.({
            image: annotated.image,
            onDone: done,
            onClose: () => setAnnotated(undefined),
          })}
      {isGone ? (
        <p role="status" className="doc-notice">
          {t('editor.image.gone')}
        </p>
      ) : null}
    </>
  )
}
