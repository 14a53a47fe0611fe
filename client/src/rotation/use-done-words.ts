import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import type { DatedCell } from './cells.ts'
import type { RotaCommand } from './commands.ts'
import { useRotaWords } from './use-rota-words.ts'

/** What was done, in a sentence for whoever listens instead of looking. */
export const useDoneWords = (circle: Circle, rotation: Rotation): ((command: RotaCommand) => string) => {
  const { t } = useTranslation()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const about = ({ cell, meeting }: DatedCell) => ({ role: words.role(cell.role), date: words.day(meeting) })
  return (command) => {
    switch (command.do) {
      case 'assign':
        return t('rotation.told.assign', { ...about(command.on), name: who(command.to).shown })
      case 'offer': {
        const { memberId } = command.take.cell
        return t('rotation.told.offer', { name: memberId === null ? '' : who(memberId).inText })
      }
      case 'swap':
        return t(`rotation.told.swap-${command.verb}`)
      case 'away':
      case 'back':
        return t(`rotation.told.${command.do}`)
      case 'not-yet':
      case 'opt-out':
      case 'opt-in':
        return t(`rotation.told.${command.do}`, { role: words.role(command.role) })
      case 'add-role':
      case 'remove-role':
        return t(`rotation.told.${command.do}`)
      default:
        return t(`rotation.told.${command.do}`, about(command.on))
    }
  }
}
