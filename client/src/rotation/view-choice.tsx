import { IconCalendar, IconList, IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { kept } from '../platform/storage.ts'

const VIEWS = ['table', 'calendar', 'list'] as const
export type RotaView = (typeof VIEWS)[number]

/** The view that was chosen last in this browser. */
export const keptView = kept('rotation.view', z.enum(VIEWS))

const ICON = { table: IconTable, calendar: IconCalendar, list: IconList } as const

interface ViewChoiceProps {
  readonly view: RotaView
  /** A table needs room: on a phone there are calendar and list. */
  readonly narrow: boolean
  readonly onChange: (view: RotaView) => void
}

/** Table, calendar or list: the same turns, the same acts. */
export function ViewChoice({ view, narrow, onChange }: ViewChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="view-choice" aria-label={t('rotation.view.label')}>
      {VIEWS.filter((one) => !narrow || one !== 'table').map((one) => {
        const Icon = ICON[one]
        return (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => onChange(one)}>
            <Icon size={16} stroke={1.5} aria-hidden="true" />
            {t(`rotation.view.${one}`)}
          </button>
        )
      })}
    </fieldset>
  )
}
