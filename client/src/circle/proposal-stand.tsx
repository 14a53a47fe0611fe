import { type Proposal, stancesOf } from '@rondo/shared/circle/agreement.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { useListing } from './use-listing.ts'

/** How far a proposal is, what it waits for, and what was said about it. */
export function ProposalStand({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation()
  const who = useWho()
  const listing = useListing()
  const stances = stancesOf(proposal.voices)
  const said = (kind: 'accepts' | 'objects') => proposal.electors.filter((one) => stances.get(one) === kind)
  const objecting = said('objects').map((one) => who(one))
  const held =
    objecting.length === 1 && objecting[0]?.isMe === true
      ? t('circle.agreement.heldByYou')
      : t('circle.agreement.held', {
          count: objecting.length,
          names: listing(objecting.map(({ isMe, shown, inText }) => (isMe ? inText : shown))),
        })
  const words = proposal.voices.filter(({ text }) => text !== null)
  const keyed = words.map((voice, index) => ({ voice, key: `${voice.by} ${index}` }))
  return (
    <>
      <p className="proposal-stand" role="status">
        <b>
          {t('circle.agreement.acceptedBy', { count: said('accepts').length, all: proposal.electors.length })}
        </b>{' '}
        {proposal.settlesAt === null ? (
          held
        ) : (
          <>
            {t('circle.agreement.settles')} <DayText at={proposal.settlesAt} />
          </>
        )}
      </p>
      {keyed.length === 0 ? null : (
        <ul className="proposal-voices">
          {keyed.map(({ voice, key }) => {
            const person = who(voice.by)
            return (
              <li key={key} data-kind={voice.kind}>
                <Avatar name={person.name} colour={person.colour} size={24} decorative />
                <p>
                  <b>{person.shown}</b> <small>{t(`circle.agreement.said.${voice.kind}`)}</small>
                  <span>{voice.text}</span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
