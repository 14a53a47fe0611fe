import type { Capture } from '@rondo/shared/capture/model.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useCaptures } from '../capture/index.ts'
import { serverNow } from '../platform/clock.ts'
import { Person } from '../ui/avatar/avatar.tsx'
import { Section } from '../ui/section/section.tsx'

const MOST = 3

/** What went well in the last seven days, caught in meetings and pages. */
export function Wins() {
  const { t } = useTranslation()
  const wins = useCaptures({ kind: 'win' }).data?.captures ?? []
  const recent = wins.filter((win) => win.text !== '' && win.at > serverNow() - 7 * DAY).slice(0, MOST)
  if (recent.length === 0) return null
  return (
    <Section title={t('today.wins.title')}>
      <ul className="wins">
        {recent.map((win) => (
          <li key={win.id}>
            <Link to="/pages/$pageId" params={{ pageId: win.pageId }} hash={win.id}>
              {win.text}
            </Link>
            <WinBy win={win} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WinBy({ win }: { readonly win: Capture }) {
  const who = useWho()
  if (win.by === null) return null
  const person = who(win.by)
  return (
    <small>
      <Person name={person.name} colour={person.colour} size={22} shown={person.shown} />
    </small>
  )
}
