import { Button, CloseButton, Textarea } from '@mantine/core'
import type { Post } from '@rondo/shared/thread/model.ts'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { excerptOf } from './body.ts'
import { bodyOf, type Draft, retyped } from './draft.ts'
import type { Mentionable } from './matching.ts'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './use-mentions.ts'
import './composer.css'

interface ComposerProps {
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly people: readonly Mentionable[]
  /** The post that is answered, to be quoted on top. */
  readonly quoted?: Post | undefined
  readonly onUnquote?: (() => void) | undefined
  readonly onSend: (body: string) => void
  readonly sending: boolean
  readonly problem: unknown
  readonly label: string
  readonly placeholder?: string
  readonly minRows?: number
  /** The screen has another primary button. */
  readonly quiet?: boolean
  readonly ref?: Ref<{ focus: () => void }>
}

/** Where a post is written: grows with the text, finds people by "@", sends by button or Ctrl-Enter. */
export function Composer(props: ComposerProps) {
  const { draft, onDraft, people, quoted, onUnquote, onSend, sending, problem, label, ref } = props
  const { t } = useTranslation()
  const who = useWho()
  const field = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentions({ field, draft, people, onChange: onDraft })
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])

  const send = () => {
    const body = bodyOf(draft)
    if (body !== '' && !sending) onSend(body)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    mentions.onKeyDown(event)
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    }
  }
  return (
    <div className="composer">
      {quoted === undefined ? null : (
        <div className="composer-quote">
          <p>
            <b>{who(quoted.by).shown}</b> {excerptOf(quoted.body, (id) => who(id).name)}
          </p>
          <CloseButton size="sm" aria-label={t('thread.unquote')} onClick={onUnquote} />
        </div>
      )}
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={props.minRows ?? 3}
        maxRows={16}
        aria-label={label}
        placeholder={props.placeholder}
        value={draft.text}
        classNames={{ input: 'composer-text' }}
        {...mentions.fieldProps}
        onChange={(event) => {
          onDraft(retyped(draft, event.currentTarget.value))
          mentions.follow()
        }}
        onSelect={mentions.follow}
        onBlur={mentions.close}
        onKeyDown={onKeyDown}
      />
      <MentionList mentions={mentions} />
      <div className="composer-foot">
        <span>{draft.text === '' ? t('thread.hint') : t('thread.draftKept')}</span>
        <Button
          variant={props.quiet === true ? 'default' : 'filled'}
          onClick={send}
          loading={sending}
          disabled={bodyOf(draft) === ''}
        >
          {t('thread.send')}
        </Button>
      </div>
      {problem === null ? null : <RefusalNotice error={problem} onAgain={send} />}
    </div>
  )
}
