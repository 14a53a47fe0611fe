import type { Circle } from '@rondo/shared/circle/model.ts'
import type { ThreadSummary } from '@rondo/shared/thread/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Answer, NewThreadDialog, PostBody, ThreadRows, useThread, useThreads } from '../thread/index.ts'
import { Section } from '../ui/section/section.tsx'
import { NotYet } from './not-yet.tsx'
import { useMay } from './use-may-manage.ts'

const AT_FIRST = 4

/** The circle's conversations; the latest one can be answered without leaving. */
export function CircleThreads({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const asked = useThreads(circle.id)
  const threads = asked.data?.threads
  const [starting, setStarting] = useState(false)
  const mayPost = useMay('post', circle)
  const start = !mayPost ? undefined : (
    <button type="button" className="text-link" onClick={() => setStarting(true)}>
      {t('circle.threads.start')}
    </button>
  )
  const latest = threads?.[0]
  return (
    <Section title={t('circle.threads.title')} {...(start === undefined ? {} : { aside: start })}>
      {threads === undefined ? <NotYet asked={asked} rows={2} /> : null}
      {threads?.length === 0 ? <p className="circle-none">{t('circle.threads.none')}</p> : null}
      {threads === undefined ? null : <ThreadRows threads={threads.slice(0, AT_FIRST)} />}
      {latest?.mayPost === true ? <AnswerHere key={latest.id} circle={circle} thread={latest} /> : null}
      <NewThreadDialog opened={starting} onClose={() => setStarting(false)} circles={[circle]} />
    </Section>
  )
}

interface AnswerHereProps {
  readonly circle: Circle
  readonly thread: ThreadSummary
}

/** The last post of the latest thread and a place to answer it. */
function AnswerHere({ circle, thread }: AnswerHereProps) {
  const { t } = useTranslation()
  const who = useWho()
  const posts = useThread(thread.id).data?.allPosts
  const last = posts?.at(-1)
  return (
    <div className="answer-here">
      <h3>{t('circle.threads.answer', { title: thread.title })}</h3>
      {last === undefined ? null : (
        <div className="answer-here-last">
          <b>{who(last.by).shown}</b>
          <PostBody body={last.body} />
        </div>
      )}
      <Answer
        threadId={thread.id}
        circle={circle}
        minRows={1}
        quiet
        {...(posts === undefined ? {} : { posts })}
      />
    </div>
  )
}
