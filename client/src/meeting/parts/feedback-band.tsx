import { Button, TextInput } from '@mantine/core'
import { writeLabelled } from '@rondo/shared/document/write-labelled.ts'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'

interface FeedbackBandProps {
  readonly doc: Y.Doc
  readonly segmentId: SegmentId
}

/** What worked and what to change, a line each; they go into the notes, as if typed there. */
export function FeedbackBand({ doc, segmentId }: FeedbackBandProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const write = (label: string, words: string) => {
    if (writeLabelled(doc, segmentId, label, words)) setSaid(t('meeting.pace.feedback.added'))
  }
  return (
    <section className="part-band feedback-band" aria-label={t('meeting.pace.feedback.title')}>
      <Prompt
        words={t('meeting.pace.feedback.worked')}
        onLine={(line) => write(t('meeting.pace.feedback.workedLabel'), line)}
      />
      <Prompt
        words={t('meeting.pace.feedback.change')}
        onLine={(line) => write(t('meeting.pace.feedback.changeLabel'), line)}
      />
      <p className="part-band-why">{t('meeting.pace.feedback.why')}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  )
}

function Prompt({ words, onLine }: { readonly words: string; readonly onLine: (line: string) => void }) {
  const { t } = useTranslation()
  const [line, setLine] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (line.trim() === '') return
    onLine(line.trim())
    setLine('')
  }
  return (
    <form className="feedback-prompt" onSubmit={add}>
      <TextInput
        label={words}
        maxLength={400}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
      <Button type="submit" variant="subtle" disabled={line.trim() === ''}>
        {t('meeting.pace.feedback.add')}
      </Button>
    </form>
  )
}
