import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

const TABS = ['agenda', 'notes', 'captures'] as const
export type RoomTab = (typeof TABS)[number]

const tabId = (tab: RoomTab) => `room-tab-${tab}`
const panelId = (tab: RoomTab) => `room-part-${tab}`

/** The attributes of a part of the room while it is a tab. Hidden parts stay in the page, so nothing typed is lost. */
export const tabPanel = (name: RoomTab, chosen: RoomTab) =>
  ({ role: 'tabpanel', id: panelId(name), 'aria-labelledby': tabId(name), hidden: name !== chosen }) as const

interface RoomTabsProps {
  readonly tab: RoomTab
  /** How many captures there are. */
  readonly captures: number
  readonly onTab: (tab: RoomTab) => void
}

/** On a phone the room shows one part at a time. */
export function RoomTabs({ tab, captures, onTab }: RoomTabsProps) {
  const { t } = useTranslation()
  const words = {
    agenda: t('meeting.agenda'),
    notes: t('meeting.notesTab'),
    captures: t('meeting.captures'),
  }
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onTab(next)
    document.getElementById(tabId(next))?.focus()
  }
  return (
    <div className="room-tabs" role="tablist" aria-label={t('meeting.parts')}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-controls={panelId(name)}
          aria-selected={name === tab}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
          onKeyDown={keys}
        >
          {words[name]}
          {name === 'captures' ? <span className="num faint"> {captures}</span> : null}
        </button>
      ))}
    </div>
  )
}
