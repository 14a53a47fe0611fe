import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { type Draft, mentioned, searchAt } from './draft.ts'
import { type Mentionable, matching } from './matching.ts'

interface MentionsOptions {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly draft: Draft
  readonly people: readonly Mentionable[]
  readonly onChange: (draft: Draft) => void
}

/** Offers people while a name is typed after "@": arrows move, Enter or Tab picks, Escape lets go. */
export const useMentions = ({ field, draft, people, onChange }: MentionsOptions) => {
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const [letGo, setLetGo] = useState<number | null>(null)

  const search = caret === null ? null : searchAt(draft.text, caret)
  const found = search === null || search.from === letGo ? [] : matching(people, search.words)
  const opened = found.length > 0
  const current = Math.min(active, found.length - 1)

  const follow = () => {
    const element = field.current
    const at =
      element !== null && element.selectionStart === element.selectionEnd ? element.selectionStart : null
    if (at !== caret) setActive(0)
    setCaret(at)
  }
  const pick = (person: Mentionable) => {
    if (search === null || caret === null) return
    const result = mentioned(draft, { from: search.from, to: caret }, person)
    onChange(result.draft)
    setCaret(null)
    // The text is drawn with the next frame; only then has the caret a place to go.
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(result.caret, result.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!opened) return
    const person = found[current]
    if (event.key === 'ArrowDown') setActive((current + 1) % found.length)
    else if (event.key === 'ArrowUp') setActive((current + found.length - 1) % found.length)
    else if (event.key === 'Escape') setLetGo(search?.from ?? null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !isChord(event) && person) pick(person)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const optionId = (index: number) => `${listId}-${index}`
  return {
    found,
    opened,
    current,
    listId,
    optionId,
    follow,
    pick,
    onKeyDown,
    close: () => setCaret(null),
    /** For the text field: what a screen reader must know while people are offered. */
    fieldProps: opened
      ? ({
          role: 'combobox',
          'aria-expanded': true,
          'aria-haspopup': 'listbox',
          'aria-autocomplete': 'list',
          'aria-controls': listId,
          'aria-activedescendant': optionId(current),
        } as const)
      : ({ 'aria-autocomplete': 'list' } as const),
  }
}

const isChord = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey
