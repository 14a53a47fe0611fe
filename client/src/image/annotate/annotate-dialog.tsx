import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnotationAsked } from '../../editor/index.ts'
import { Confirm, Dialog } from '../../ui/dialog/dialog.tsx'
import { refusalIn, sendImage } from '../send-image.ts'
import { Drawing } from './drawing.tsx'
import { flatten, markColours } from './flatten.ts'
import type { Shapes } from './shapes.ts'
import { usePicture } from './use-picture.ts'
import './annotate.css'

interface AnnotateDialogProps extends AnnotationAsked {
  readonly pageId: PageId
}

/** Draws on an image. What comes of it is a new picture; what it hides is destroyed in the old one, too. */
export function AnnotateDialog({ pageId, image, onDone, onClose }: AnnotateDialogProps) {
  const { t } = useTranslation()
  const { data: picture, isError, refetch } = usePicture(image.fileId)
  const [isDirty, setDirty] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const save = async (file: Blob, shapes: Shapes) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const drawn = await flatten(file, shapes, markColours())
      const covers = shapes.some(({ kind }) => kind === 'blur') ? image.fileId : undefined
      const taken = await sendImage(pageId, drawn, { covers })
      if (covers !== undefined && !taken.covered)
        notifications.show({ message: t('image.annotate.notCovered') })
      onDone(taken)
    } catch (error) {
      setProblem(refusalIn(error) ?? t('image.annotate.notSaved'))
      setBusy(false)
    }
  }
  const leave = () => (isDirty ? setLeaving(true) : onClose())

  return (
    <>
      <Dialog opened onClose={leave} title={t('image.annotate.title')} size="min(1040px, 100vw)">
        {picture === undefined ? (
          <NotThere hasFailed={isError} onAgain={() => void refetch()} />
        ) : (
          <Drawing
            picture={picture}
            alt={image.alt ?? t('editor.image.notDescribed')}
            isBusy={isBusy}
            problem={problem}
            onDirty={setDirty}
            onCancel={leave}
            onSave={(shapes) => void save(picture.file, shapes)}
          />
        )}
      </Dialog>
      <Confirm
        opened={isLeaving}
        onClose={() => setLeaving(false)}
        title={t('image.annotate.leave.question')}
        yes={t('image.annotate.leave.yes')}
        no={t('image.annotate.leave.no')}
        onYes={onClose}
        danger
      >
        {null}
      </Confirm>
    </>
  )
}

function NotThere({ hasFailed, onAgain }: { readonly hasFailed: boolean; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  if (!hasFailed) return <p role="status">{t('image.annotate.loading')}</p>
  return (
    <Group role="alert" justify="space-between">
      <p>{t('image.annotate.notLoaded')}</p>
      <Button onClick={onAgain}>{t('image.annotate.again')}</Button>
    </Group>
  )
}
