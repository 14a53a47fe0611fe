import type { Circle } from '@rondo/shared/circle/model.ts'
import type { ThreadId } from '@rondo/shared/kernel/id.ts'
import type { Post } from '@rondo/shared/thread/model.ts'
import { type Ref, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { Composer } from './composer.tsx'
import { useAddPost } from './queries.ts'
import { useDraft } from './use-draft.ts'
import { useMentionable } from './use-mentionable.ts'

/** Lets a post be answered from beside it. */
export interface AnswerHandle {
  reply(post: Post): void
}

interface AnswerProps {
  readonly threadId: ThreadId
  /** The posts that can be quoted. */
  readonly posts?: readonly Post[]
  readonly circle: Circle | undefined
  readonly minRows?: number
  readonly quiet?: boolean
  readonly ref?: Ref<AnswerHandle>
}

/** Answers a thread, from its own screen or from the circle's; the draft is the same one in both. */
export function Answer({ threadId, posts = [], circle, minRows, quiet, ref }: AnswerProps) {
  const { t } = useTranslation()
  const { unsent, change, discard } = useDraft(useReader().id, threadId)
  const people = useMentionable(circle)
  const add = useAddPost(threadId)
  const composer = useRef<{ focus: () => void }>(null)
  useImperativeHandle(
    ref,
    () => ({
      reply: (post) => {
        change({ ...unsent, replyTo: post.id })
        composer.current?.focus()
      },
    }),
    [unsent, change],
  )
  const quoted = posts.find((post) => post.id === unsent.replyTo)
  const send = (body: string) =>
    add.mutate(
      { body, ...(unsent.replyTo === null ? {} : { replyTo: unsent.replyTo }) },
      { onSuccess: discard },
    )
  return (
    <Composer
      ref={composer}
      draft={unsent.draft}
      onDraft={(draft) => change({ ...unsent, draft })}
      people={people}
      quoted={quoted}
      onUnquote={() => change({ ...unsent, replyTo: null })}
      onSend={send}
      sending={add.isPending}
      problem={add.error}
      label={t('thread.yourAnswer')}
      placeholder={t('thread.placeholder')}
      {...(minRows === undefined ? {} : { minRows })}
      {...(quiet === undefined ? {} : { quiet })}
    />
  )
}
