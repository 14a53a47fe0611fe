import { Select, TextInput } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { threadTitle } from '@rondo/shared/thread/model.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { Composer } from './composer.tsx'
import { useOpenThread } from './queries.ts'
import { useDraft } from './use-draft.ts'
import { useMentionable } from './use-mentionable.ts'
import './threads.css'

interface NewThreadDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** Where it may be started; with one, nothing is asked. */
  readonly circles: readonly Circle[]
  readonly title?: string
}

/** Starts a conversation: a question, and what belongs to it. */
export function NewThreadDialog({ opened, onClose, circles, title }: NewThreadDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} title={title ?? t('thread.start')} size={560}>
      <NewThread circles={circles} />
    </Dialog>
  )
}

function NewThread({ circles }: { readonly circles: readonly Circle[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = useOpenThread()
  const [circleId, setCircleId] = useState<string | null>(circles[0]?.id ?? null)
  const circle = circles.find((one) => one.id === circleId)
  const question = useDraft(useReader().id, 'new-thread-title')
  const text = useDraft(useReader().id, 'new-thread')
  const people = useMentionable(circle)
  const [titleMissing, setTitleMissing] = useState(false)

  const send = (body: string) => {
    const title = threadTitle.safeParse(question.unsent.draft.text)
    setTitleMissing(!title.success)
    if (!title.success || circle === undefined) return
    open.mutate(
      { params: { circleId: circle.id }, body: { title: title.data, body } },
      {
        onSuccess: (thread) => {
          question.discard()
          text.discard()
          void navigate({ to: '/threads/$threadId', params: { threadId: thread.id } })
        },
      },
    )
  }
  return (
    <div className="new-thread">
      {circles.length > 1 ? (
        <Select
          label={t('thread.inCircle')}
          data={circles.map(({ id, name }) => ({ value: id, label: name }))}
          value={circleId}
          onChange={setCircleId}
          allowDeselect={false}
        />
      ) : null}
      <TextInput
        data-autofocus
        label={t('thread.question')}
        placeholder={t('thread.questionExample')}
        value={question.unsent.draft.text}
        error={titleMissing ? t('thread.questionMissing') : undefined}
        onChange={(event) => {
          setTitleMissing(false)
          question.change({ draft: { text: event.currentTarget.value, mentions: [] }, replyTo: null })
        }}
      />
      <div>
        <p className="new-thread-label" aria-hidden="true">
          {t('thread.more')}
        </p>
        <Composer
          draft={text.unsent.draft}
          onDraft={(draft) => text.change({ draft, replyTo: null })}
          people={people}
          onSend={send}
          sending={open.isPending}
          problem={open.error}
          label={t('thread.more')}
          placeholder={t('thread.morePlaceholder')}
        />
      </div>
    </div>
  )
}
