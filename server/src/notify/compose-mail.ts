import type { Instant } from '@rondo/shared/kernel/time.ts'
import { isOfRota, type Topic, topicOf } from '@rondo/shared/notify/model.ts'
import { findMember } from '../account/index.ts'
import { languageOf, type MailWords, mailWords } from './mail-words.ts'
import type { NotifyContext } from './notify-context.ts'
import type { Letter } from './post.ts'
import { type Seen, see } from './see.ts'
import type { MailRow, NotificationRow } from './store.ts'
import { mailKey, tokenOf } from './subscription.ts'
import { writeHtml, writeText } from './write-letter.ts'

/** One thing that a mail tells. */
export interface Item {
  /** What happened, or what is coming. */
  headline: string
  /** What a mail about it alone begins its subject with: when it is, or what happened. */
  lead: string
  /** The meeting and the circle, or that it is a confidential one. */
  what: string
  when: string | null
  roles: string[]
  url: string
}

/** What a mail says, before it is text or HTML. */
export interface Body {
  hello: string
  items: Item[]
  words: MailWords
  language: string
  stops: { topic: Topic | null; url: string }[]
  settings: string
}

/** The mail of some notifications, in the language and the zone of whoever gets it; null where there is nobody to get it. */
export const composeMail = async (
  context: NotifyContext,
  { id, memberId }: MailRow,
  rows: readonly NotificationRow[],
): Promise<Letter | null> => {
  const member = await findMember(context.db.read, memberId)
  const seen = await see(context.db.read, rows)
  if (member === undefined || seen.length === 0) return null
  const words = mailWords(member.locale)
  const language = languageOf(member.locale)
  const items = seen.map((one) => itemOf(one, words, member, context.publicUrl))
  const key = await mailKey(context.db)
  const link = (topic: Topic | null) =>
    `${context.publicUrl}/unsubscribe/${tokenOf(key, { memberId, topic })}`
  const topics = [...new Set(rows.map(({ kind }) => topicOf(kind)))]
  const stops = [...topics, null].map((topic) => ({ topic, url: link(topic) }))
  const body: Body = {
    hello: words.hello(member.name),
    items,
    words,
    language,
    stops,
    settings: `${context.publicUrl}/settings`,
  }
  return {
    to: member.email,
    subject: subjectOf(items, words),
    text: writeText(body),
    html: writeHtml(body),
    language,
    messageId: `<${id}@${new URL(context.publicUrl).hostname}>`,
    unsubscribe: link(topics.length === 1 ? (topics[0] ?? null) : null),
  }
}

interface Recipient {
  locale: Parameters<typeof languageOf>[0]
  timeZone: string
}

const itemOf = (
  { about, circle, title, roles }: Seen,
  words: MailWords,
  member: Recipient,
  publicUrl: string,
): Item => {
  const isNamed = circle.visibility === 'open'
  const named = title === null ? circle.name : words.inCircle(title, circle.name)
  const path = pathOf(about)
  const headline = words.kind[about.kind]
  const when = 'startsAt' in about ? localTime(about.startsAt, member) : null
  return {
    headline,
    lead: about.kind === 'reminder' && when !== null ? when : headline,
    what: isNamed ? named : words.unnamed,
    when: when === null ? null : words.localTime(when, cityOf(member.timeZone)),
    roles: about.kind === 'reminder' ? roles.map(words.role) : [],
    url: `${publicUrl}${path}`,
  }
}

const pathOf = (about: Seen['about']): string => {
  if (about.kind === 'drift') return `/circles/${about.circleId}`
  if (isOfRota(about)) return `/circles/${about.circleId}/rotation`
  if (about.kind !== 'thanked') return `/meetings/${about.meetingId}`
  const page = about.meetingId === null ? `/pages/${about.pageId}` : `/meetings/${about.meetingId}`
  return `${page}#${about.captureId}`
}

/** "Thu 26 Nov, 17:00" where the member is. */
const localTime = (at: Instant, { locale, timeZone }: Recipient): string =>
  new Intl.DateTimeFormat(languageOf(locale) === 'en' ? 'en-GB' : 'de', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)

const cityOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')

const subjectOf = (items: readonly Item[], words: MailWords): string => {
  const [first, ...others] = items
  if (first === undefined || others.length > 0) return words.digest(items.length)
  return words.subject(first.lead, first.what)
}
