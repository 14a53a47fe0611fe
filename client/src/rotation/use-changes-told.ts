import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { changedHolders } from './changes.ts'
import { useRotaWords } from './use-rota-words.ts'

/** More than that at once is a new plan, and the table tells it better. */
const MOST_TOLD = 3

/** What others changed while the reader looks, in words for whoever listens instead. */
export const useChangesTold = (circle: Circle, rotation: Rotation, mine: boolean): string => {
  const { t } = useTranslation()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const [seen, setSeen] = useState(rotation)
  const [told, setTold] = useState('')
  if (seen !== rotation) {
    setSeen(rotation)
    const changes = changedHolders(seen, rotation).slice(0, MOST_TOLD)
    if (!mine && changes.length > 0) {
      const sentences = changes.map(({ now: { cell, meeting } }) => {
        const about = { role: words.role(cell.role), date: words.day(meeting) }
        return cell.memberId === null
          ? t('rotation.told.open', about)
          : t('rotation.told.changed', { ...about, name: who(cell.memberId).shown })
      })
      setTold(sentences.join(' '))
    }
  }
  return told
}
