import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar/avatar.tsx'
import type { useMentions } from './use-mentions.ts'

/** The people on offer, below what is being written. */
export function MentionList({ mentions }: { readonly mentions: ReturnType<typeof useMentions> }) {
  const { t } = useTranslation()
  const { found, opened, current, listId, optionId, pick } = mentions
  return (
    <>
      <span className="visually-hidden" role="status">
        {opened ? t('thread.mention.found', { count: found.length }) : ''}
      </span>
      {opened ? (
        <div
          className="mention-list floating"
          role="listbox"
          id={listId}
          aria-label={t('thread.mention.label')}
        >
          {found.map((person, index) => (
            // The keys are heard by the text field, which keeps the focus.
            <div
              key={person.id}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault()
                pick(person)
              }}
            >
              <Avatar name={person.name} colour={person.colour} size={24} decorative />
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </>
  )
}
