import type { CircleId, MailId, MemberId, NotificationId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { NotificationKind, Topic } from '@rondo/shared/notify/model.ts'

export interface NotifyTables {
  /** What somebody is to be told, or was. Its words are looked up for the reader, never kept. */
  notification: {
    id: NotificationId
    memberId: MemberId
    /** Names what it is about, so that nobody is told twice. */
    key: string
    kind: NotificationKind
    circleId: CircleId
    /** Ids and instants, JSON. */
    about: string
    /** When it is to be shown. */
    dueAt: Instant
    /** Null until then, and for ever for who does not want to see its topic. */
    shownAt: Instant | null
    readAt: Instant | null
    /** Whether it is still to be shown or passed over. */
    isOpen: 0 | 1
    /** When a mail is to be made of it; null when there is none to make. */
    mailAt: Instant | null
  }

  /** Where a member wants to be told of a topic; without a row, everywhere. */
  notificationChoice: { memberId: MemberId; topic: Topic; here: 0 | 1; mail: 0 | 1 }

  /** A mail on its way, with the notifications it tells of. */
  mail: {
    id: MailId
    memberId: MemberId
    /** Ids of notifications, JSON. */
    notifications: string
    createdAt: Instant
    /** A mail whose handing over was cut off is in doubt, and not sent again. */
    state: 'sending' | 'waiting' | 'sent' | 'refused' | 'in-doubt' | 'nothing-to-say'
    tries: number
  }

  /** At most one row: the key that links of mails are signed with, hex. */
  mailKey: { id: number; secret: string }
}
