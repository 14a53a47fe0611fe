import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'

interface EditorActionsProps {
  readonly circle: Circle
  /** Whether the circle has this format for itself. */
  readonly isOwn: boolean
  readonly mayChange: boolean
  readonly isTouched: boolean
  readonly pending: boolean
  readonly onSave: () => void
  readonly onRemove: () => void
}

/** What can be done with the format; the first of them by pressing Enter. */
export function EditorActions(props: EditorActionsProps) {
  const { circle, isOwn, mayChange, isTouched, pending, onSave, onRemove } = props
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  if (circle.standing === 'none') return <p className="faint">{t('format.mayNot')}</p>
  return (
    <div className="format-actions">
      {mayChange ? (
        <>
          <Button type="submit" variant="filled" loading={pending} disabled={!isTouched}>
            {t('format.change')}
          </Button>
          <Button onClick={onSave} disabled={pending}>
            {t('format.saveCopy')}
          </Button>
          <Button variant="subtle" onClick={() => setAsking(true)} disabled={pending}>
            {t('format.remove')}
          </Button>
        </>
      ) : (
        <Button type="submit" variant="filled" loading={pending}>
          {t(isOwn ? 'format.saveCopy' : 'format.save')}
        </Button>
      )}
      <p className="text-small faint">{t(isOwn && !mayChange ? 'format.onlyHosts' : 'format.later')}</p>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('format.removeTitle')}
        yes={t('format.remove')}
        no={t('format.keep')}
        onYes={() => {
          setAsking(false)
          onRemove()
        }}
      >
        {t('format.removeWords')}
      </Confirm>
    </div>
  )
}
