import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** While a turn is in hand: whose turn to choose for it, by which keys, and the way to let go. */
export function CarryBand() {
  const { t } = useTranslation()
  const { circle, rotation, carried, carrying, say } = useRota()
  const putDown = () => {
    carrying.letGo()
    say(t('rotation.carry.letGone'))
  }
  const letGo = useEffectEvent(putDown)
  const carries = carried !== undefined
  useEffect(() => {
    if (!carries) return
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') letGo()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [carries])
  const words = useRotaWords(circle, rotation)
  if (carried === undefined) return null
  const about = { role: words.role(carried.cell.role), date: words.day(carried.meeting) }
  return (
    <div className="rota-band">
      <p role="status">
        <b className="strong">{t('rotation.carry.pick', about)}</b>{' '}
        <span className="soft rota-keys">{t('rotation.carry.keys')}</span>
      </p>
      <Button size="compact-sm" onClick={putDown}>
        {t('rotation.carry.letGo')}
      </Button>
    </div>
  )
}
