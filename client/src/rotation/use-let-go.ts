import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRota } from './rota.ts'

/** Escape puts down what was picked up, and says so. */
export const useLetGo = () => {
  const { t } = useTranslation()
  const { carried, carrying, say } = useRota()
  return (event: Pick<KeyboardEvent, 'key'>) => {
    if (event.key !== 'Escape' || carried === undefined) return
    carrying.letGo()
    say(t('rotation.carry.letGone'))
  }
}
