import { Button, Textarea } from '@mantine/core'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { ANSWER_LENGTH, type Answer, answerText, type PromptSeen } from '@rondo/shared/seat/model.ts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../platform/refused.ts'
import { useReader } from '../ui/reader/reader.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { AnswerWords } from './answer-words.tsx'
import { useGiveAnswer, useSeat, useWithdrawAnswer } from './queries.ts'
import { useAnswerDraft } from './use-answer-draft.ts'

interface PromptFormProps {
  readonly meetingId: MeetingId
  readonly prompt: PromptSeen
  /** Whether the server can be asked now. */
  readonly online: boolean
  /** Answers are not taken yet; they may be written all the same. */
  readonly isEarly: boolean
}

/** One prompt with one's own answer; those of the others stand under it once they are to be read. */
export function PromptForm({ meetingId, prompt, online, isEarly }: PromptFormProps) {
  const { t } = useTranslation()
  const { prompt: asks, others, answered, isGone } = prompt
  const title = prompt.title || t('seat.untitled')
  const titleId = useId()
  const waiting = others === null ? answered.length : 0
  return (
    <li className="prompt">
      <h3 id={titleId}>{title}</h3>
      {asks === null ? null : <p className="prompt-asks">{asks}</p>}
      {isGone ? <p className="text-small faint">{t('seat.gone')}</p> : null}
      <OwnAnswer meetingId={meetingId} prompt={prompt} online={online} isEarly={isEarly} titleId={titleId} />
      {waiting === 0 ? null : <p className="text-small faint">{t('seat.waiting', { count: waiting })}</p>}
      {others === null || others.length === 0 ? null : (
        <ul className="answer-lanes" aria-label={t('seat.lane.label', { title })}>
          {others.map((one) => (
            <AnswerWords key={one.memberId} answer={one} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** What no answer may be, by the name of the words for it. */
const wrongIn = (text: string): 'tooLong' | 'invisible' | undefined => {
  if (text.trim() === '' || answerText.safeParse(text).success) return undefined
  return [...text.trim()].length > ANSWER_LENGTH ? 'tooLong' : 'invisible'
}

interface OwnAnswerProps extends PromptFormProps {
  readonly titleId: string
}

/** What stands, with a way to change it; or the place to write, which keeps what is in it. */
function OwnAnswer(props: OwnAnswerProps) {
  const { meetingId, prompt, online, isEarly } = props
  const { segmentId, mine, isGone } = prompt
  const kept = useAnswerDraft(useReader().id, meetingId, segmentId)
  const [isWriting, setWriting] = useState(kept.draft !== undefined && kept.draft !== mine?.text)
  // The state of the answer over which one writes: another tab may have put a newer one in its place.
  const [seen, setSeen] = useState<Instant>()
  const { refetch } = useSeat(meetingId)
  const withdraw = useWithdrawAnswer()
  const takeBack = ({ text, changedAt }: Answer) => {
    // What was taken back is a draft again: nobody has to write it twice.
    kept.write(text)
    withdraw.mutate(
      { params: { meetingId }, body: { segmentId, from: changedAt } },
      {
        onSuccess: () => setWriting(true),
        onError: (error) => {
          // It stands, so it is no draft: it must not hide what another tab put in its place.
          if (error instanceof Refused) kept.discard()
          void refetch()
        },
      },
    )
  }
  const change = ({ changedAt }: Answer) => {
    setSeen(changedAt)
    setWriting(true)
  }
  if (mine !== null && !isWriting)
    return (
      <Standing
        answer={mine}
        error={withdraw.error}
        mayTakeBack={online && !isEarly && !withdraw.isPending}
        onChange={() => change(mine)}
        onTakeBack={() => takeBack(mine)}
      />
    )
  if (mine === null && isGone) return null
  return <Writing {...props} kept={kept} seen={seen} setWriting={setWriting} />
}

interface StandingProps {
  readonly answer: Answer
  readonly error: Error | null
  readonly mayTakeBack: boolean
  readonly onChange: () => void
  readonly onTakeBack: () => void
}

function Standing({ answer, error, mayTakeBack, onChange, onTakeBack }: StandingProps) {
  const { t } = useTranslation()
  return (
    <>
      <ul className="answer-lanes">
        <AnswerWords answer={answer} />
      </ul>
      {error === null ? null : <RefusalNotice error={error} />}
      <p className="prompt-acts">
        <button type="button" className="text-link" onClick={onChange}>
          {t('seat.change')}
        </button>
        <button type="button" className="text-link" disabled={!mayTakeBack} onClick={onTakeBack}>
          {t('seat.withdraw')}
        </button>
      </p>
    </>
  )
}

interface WritingProps extends OwnAnswerProps {
  readonly kept: ReturnType<typeof useAnswerDraft>
  readonly seen: Instant | undefined
  readonly setWriting: (isWriting: boolean) => void
}

function Writing({ meetingId, prompt, online, isEarly, titleId, kept, seen, setWriting }: WritingProps) {
  const { t } = useTranslation()
  const { segmentId, mine } = prompt
  const { draft, write, discard } = kept
  const { refetch } = useSeat(meetingId)
  const give = useGiveAnswer()
  const text = draft ?? mine?.text ?? ''
  const isEmpty = text.trim() === ''
  const wrong = wrongIn(text)
  const stop = () => {
    discard()
    setWriting(false)
  }
  const send = () =>
    give.mutate(
      { params: { meetingId }, body: { segmentId, text, from: mine?.changedAt ?? null } },
      {
        onSuccess: stop,
        onError: () => void refetch(),
      },
    )
  const isNewer = mine !== null && mine.changedAt !== seen && !give.isPending
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {isNewer ? (
        <ul className="answer-lanes">
          <AnswerWords answer={mine} />
        </ul>
      ) : null}
      <Textarea
        aria-labelledby={titleId}
        placeholder={t('seat.placeholder')}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        // What is added while it is on its way would be taken for given.
        readOnly={give.isPending}
        error={wrong && t(`seat.${wrong}`, { count: [...text.trim()].length })}
        onChange={(event) => {
          write(event.currentTarget.value)
          setWriting(true)
        }}
      />
      {give.error === null ? null : <RefusalNotice error={give.error} />}
      <p className="prompt-acts">
        <Button
          type="submit"
          size="compact-sm"
          variant="default"
          loading={give.isPending}
          disabled={isEmpty || wrong !== undefined || !online || isEarly}
          title={online ? undefined : t('seat.needsServer')}
        >
          {t(mine === null ? 'seat.give' : 'seat.giveAgain')}
        </Button>
        {mine === null ? null : (
          <button type="button" className="text-link" onClick={stop}>
            {t('seat.leave')}
          </button>
        )}
        {isEmpty || mine !== null ? null : <span className="text-small faint">{t('seat.draft')}</span>}
      </p>
    </form>
  )
}
