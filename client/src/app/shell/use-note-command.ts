import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNewNote } from '../../page/use-new-note.ts'

/**
 * Begins a note for the whole workspace. Belongs into a part that stays: a menu that closes forgets what it began.
 */
export function useNoteCommand(): () => void {
  const { t } = useTranslation()
  const { write, error } = useNewNote(null)
  useEffect(() => {
    if (error !== null) notifications.show({ message: t('app.noteFailed') })
  }, [error, t])
  return () => write('')
}
