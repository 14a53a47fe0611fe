import { TextInput } from '@mantine/core'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SpokenList } from './spoken-list.tsx'
import './recording.css'

/** Searches what was said in all recordings of a circle; each find leads to its show-notes. */
export function SearchSpoken({ circleId }: { readonly circleId: CircleId }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  return (
    <div className="search-spoken">
      <TextInput
        type="search"
        aria-label={t('recording.searchCircle')}
        placeholder={t('recording.searchCircle')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {words.trim() === '' ? null : (
        <SpokenList
          named
          query={{ words, circleId }}
          onSpoken={({ meetingId }) => void navigate({ to: '/meetings/$meetingId', params: { meetingId } })}
        />
      )}
    </div>
  )
}
