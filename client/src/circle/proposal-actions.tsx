import { Button, Textarea } from '@mantine/core'
import { type Proposal, stancesOf, type VoiceKind } from '@rondo/shared/circle/agreement.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useAnswerProposal, useWithdraw } from './agreement-actions.ts'
import { useMayManage } from './use-may-manage.ts'

interface ProposalActionsProps {
  readonly circle: Circle
  readonly proposal: Proposal
  readonly onEdit: () => void
}

/** Accept, say a word, object with a reason; change the text, or take it back. */
export function ProposalActions({ circle, proposal, onEdit }: ProposalActionsProps) {
  const { t } = useTranslation()
  const me = useMe()
  const isHost = useMayManage(circle)
  const answer = useAnswerProposal()
  const withdraw = useWithdraw()
  const [speaking, setSpeaking] = useState<Exclude<VoiceKind, 'accepts'> | null>(null)
  if (me === undefined) return null
  const { version, revision } = proposal
  const params = { circleId: circle.id }
  const accepted = stancesOf(proposal.voices).get(me.id) === 'accepts'
  const problem = answer.error ?? withdraw.error
  const say = (kind: VoiceKind, text?: string) =>
    answer.mutate(
      { params, body: { version, revision, kind, ...(text === undefined ? {} : { text }) } },
      { onSuccess: () => setSpeaking(null) },
    )
  return (
    <div className="proposal-actions">
      {problem === null ? null : <RefusalNotice error={problem} />}
      {speaking === null ? (
        <div className="circle-settings-act">
          {accepted ? (
            <p className="proposal-mine">{t('circle.agreement.youAccepted')}</p>
          ) : (
            <Button variant="filled" loading={answer.isPending} onClick={() => say('accepts')}>
              {t('circle.agreement.accept')}
            </Button>
          )}
          <Button onClick={() => setSpeaking('comments')}>{t('circle.agreement.comment')}</Button>
          <Button onClick={() => setSpeaking('objects')}>{t('circle.agreement.object')}</Button>
          <Button variant="subtle" onClick={onEdit}>
            {t('circle.agreement.edit')}
          </Button>
          {isHost || proposal.proposedBy === me.id ? (
            <Button
              variant="subtle"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ params, body: { version, revision } })}
            >
              {t('circle.agreement.withdraw')}
            </Button>
          ) : null}
        </div>
      ) : (
        <Speaking
          kind={speaking}
          busy={answer.isPending}
          onSay={(text) => say(speaking, text)}
          onCancel={() => setSpeaking(null)}
        />
      )}
    </div>
  )
}

interface SpeakingProps {
  readonly kind: Exclude<VoiceKind, 'accepts'>
  readonly busy: boolean
  readonly onSay: (text: string) => void
  readonly onCancel: () => void
}

function Speaking({ kind, busy, onSay, onCancel }: SpeakingProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onSay(text.trim())
      }}
    >
      <Textarea
        label={t(`circle.agreement.say.${kind}`)}
        description={t(`circle.agreement.sayAbout.${kind}`)}
        autosize
        minRows={2}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="circle-settings-act">
        <Button type="submit" variant="filled" disabled={text.trim() === ''} loading={busy}>
          {t(`circle.agreement.doSay.${kind}`)}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('circle.agreement.stopWriting')}
        </Button>
      </div>
    </form>
  )
}
