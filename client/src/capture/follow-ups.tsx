import type { Capture } from '@rondo/shared/capture/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'

type FollowedUp = Pick<Capture, 'threadId' | 'grownPageId' | 'thanked'>

/** Whether anything became of it outside of its page. */
const isFollowedUp = ({ threadId, grownPageId, thanked }: FollowedUp): boolean =>
  threadId !== null || grownPageId !== null || thanked !== null

/** What became of a capture: its thread, its page, whom it thanks. */
export function FollowUps({ capture }: { readonly capture: FollowedUp }) {
  const { t } = useTranslation()
  const who = useWho()
  const { threadId, grownPageId, thanked } = capture
  if (!isFollowedUp(capture)) return null
  return (
    <span className="capture-follow-ups">
      {threadId === null ? null : (
        <TextLink to="/threads/$threadId" params={{ threadId }}>
          {t('capture.inThread')}
        </TextLink>
      )}
      {grownPageId === null ? null : (
        <TextLink to="/pages/$pageId" params={{ pageId: grownPageId }}>
          {t('capture.itsPage')}
        </TextLink>
      )}
      {thanked === null ? null : (
        <span>
          {who(thanked).isMe ? t('capture.thanksYou') : t('capture.thanks', { name: who(thanked).shown })}
        </span>
      )}
    </span>
  )
}
