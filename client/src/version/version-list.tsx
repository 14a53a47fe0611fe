import type { PageId } from '@rondo/shared/kernel/id.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { IconClock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { clockWords, dayWords } from '../ui/time/time-words.ts'
import { People } from './people.tsx'
import { reasonIcons } from './version-words.ts'

interface VersionListProps {
  readonly pageId: PageId
  readonly versions: readonly Version[]
  /** What is read beside the list. */
  readonly chosen: Version['id'] | 'now' | undefined
}

/** All versions by day, newest first, under the page as it is now. Arrows go up and down in it. */
export function VersionList({ pageId, versions, chosen }: VersionListProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const days = Map.groupBy(versions, ({ at }) => dayWords(at, reader))
  return (
    <nav className="version-list" aria-label={t('version.all')}>
      <ol>
        <li>
          <Row pageId={pageId} version="now" isChosen={chosen === 'now'}>
            <IconClock size={18} stroke={1.5} aria-hidden="true" />
            <span className="version-row-main">
              <span className="version-row-title">{t('version.now')}</span>
              <span className="version-row-about">{t('version.nowAbout')}</span>
            </span>
          </Row>
        </li>
      </ol>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol>
            {ofDay.map((version) => (
              <li key={version.id}>
                <Row pageId={pageId} version={version.id} isChosen={chosen === version.id}>
                  <VersionRow version={version} />
                </Row>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p className="version-list-note">{t('version.rounded')}</p>
    </nav>
  )
}

interface RowProps {
  readonly pageId: PageId
  readonly version: string
  readonly isChosen: boolean
  readonly children: ReactNode
}

function Row({ pageId, version, isChosen, children }: RowProps) {
  return (
    <Link
      className="version-row"
      to="/pages/$pageId/history"
      params={{ pageId }}
      search={{ version }}
      preload={false}
      resetScroll={false}
      aria-current={isChosen ? 'true' : undefined}
      onKeyDown={goUpOrDown}
    >
      {children}
    </Link>
  )
}

function VersionRow({ version }: { readonly version: Version }) {
  const { t } = useTranslation()
  const who = useWho()
  const { reason, name, by, contributors, at } = version
  const Sign = reasonIcons[name === null ? reason : 'named']
  const time = clockWords(at, useReader())
  const actor = by === null ? undefined : who(by)
  const byYou = actor?.isMe === true && (reason === 'named' || reason === 'restore') ? 'ByYou' : ''
  const words = t(`version.reason.${reason}${byYou}`, { name: actor?.shown })
  return (
    <>
      <Sign size={18} stroke={1.5} aria-hidden="true" />
      <span className="version-row-main">
        <span className="version-row-title" data-named={name !== null}>
          {name ?? words}
        </span>
        {name === null || reason === 'named' ? null : <span className="version-row-about">{words}</span>}
        <span className="version-row-about">
          <People ids={contributors} />
        </span>
      </span>
      <time className="num" dateTime={new Date(at).toISOString()}>
        {time}
      </time>
    </>
  )
}

const goUpOrDown = (event: KeyboardEvent<HTMLElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const list = event.currentTarget.closest('.version-list')
  if (step === undefined || list === null) return
  const rows = [...list.querySelectorAll<HTMLElement>('.version-row')]
  const next = rows[rows.indexOf(event.currentTarget) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
