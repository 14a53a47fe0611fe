import type { MailId, MemberId, NotificationId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { topicOf } from '@rondo/shared/notify/model.ts'
import { afterCommit, type Tx, transact } from '../platform/db/database.ts'
import type { Handlers } from '../platform/jobs/jobs.ts'
import { describeError } from '../platform/log/describe-error.ts'
import { composeMail } from './compose-mail.ts'
import { isToBeTold } from './judge.ts'
import type { NotifyContext } from './notify-context.ts'
import type { Handed } from './post.ts'
import { MAIL_SPAN, tryAgainAt } from './rules.ts'
import {
  byIds,
  changeMail,
  choicesOf,
  doubtCutOff,
  findMail,
  insertMail,
  type MailRow,
  mailWaitingOf,
  type NotificationRow,
  settleMail,
} from './store.ts'
import { MAIL } from './tell.ts'

const AGAIN = 'notify.mail-again'

/**
 * Makes mails and hands them over. A mail is noted as under way before it is handed over and as sent after, so one whose
 * handing over was cut off is known: it may have arrived, and is not sent twice.
 */
export class Mailing {
  readonly #context: NotifyContext
  readonly #underWay = new Set<Promise<void>>()

  constructor(context: NotifyContext) {
    this.#context = context
  }

  /** To be called before the jobs begin. */
  start(): Promise<void> {
    return transact(this.#context.db, doubtCutOff)
  }

  readonly handlers: Handlers<Tx> = {
    [MAIL]: { run: (tx, { key }) => this.#gather(tx, key as MemberId) },
    [AGAIN]: { run: (tx, { key }) => this.#again(tx, key as MailId) },
  }

  /** Resolves when no mail is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async stop(): Promise<void> {
    await this.settled()
    this.#context.post?.close()
  }

  /** One mail of all that is due within the span. Answers when the next goes. */
  async #gather(tx: Tx, memberId: MemberId): Promise<Instant | null> {
    const now = this.#context.clock.now()
    const waiting = await mailWaitingOf(tx, memberId)
    const due = waiting.filter(({ mailAt }) => mailAt !== null && mailAt <= now + MAIL_SPAN)
    await settleMail(
      tx,
      due.map(({ id }) => id),
    )
    const wanted = await this.#wanted(tx, memberId, due)
    if (wanted.length > 0) await this.#begin(tx, memberId, wanted)
    const later = waiting.find((row) => !due.includes(row))?.mailAt ?? null
    return later === null ? null : Math.max(later, now + MAIL_SPAN)
  }

  /** What was read here already needs no mail. */
  async #wanted(tx: Tx, memberId: MemberId, due: readonly NotificationRow[]): Promise<NotificationRow[]> {
    const choices = await choicesOf(tx, memberId)
    return due.filter(({ kind, readAt }) => readAt === null && (choices.get(topicOf(kind))?.mail ?? true))
  }

  async #begin(tx: Tx, memberId: MemberId, rows: readonly NotificationRow[]): Promise<void> {
    const { clock, ids } = this.#context
    const id = ids.next<'mail'>()
    const notifications = JSON.stringify(rows.map((row) => row.id))
    await insertMail(tx, {
      id,
      memberId,
      notifications,
      createdAt: clock.now(),
      state: 'sending',
      tries: 0,
    })
    afterCommit(tx, () => this.#send(id))
  }

  async #again(tx: Tx, id: MailId): Promise<null> {
    const mail = await findMail(tx, id)
    if (mail?.state !== 'waiting') return null
    await changeMail(tx, id, { state: 'sending' })
    afterCommit(tx, () => this.#send(id))
    return null
  }

  #send(id: MailId): void {
    const sending = this.#handOver(id)
      .catch((error: unknown) => {
        this.#context.log.error(describeError(error), 'a mail could not be made')
      })
      .finally(() => this.#underWay.delete(sending))
    this.#underWay.add(sending)
  }

  async #handOver(id: MailId): Promise<void> {
    const { db, post, clock } = this.#context
    const mail = await findMail(db.read, id)
    if (mail === undefined || post === null) return
    const told: NotificationRow[] = []
    for (const row of await byIds(db.read, JSON.parse(mail.notifications) as NotificationId[]))
      if (await isToBeTold(db.read, row, clock.now())) told.push(row)
    const letter = told.length === 0 ? null : await composeMail(this.#context, mail, told)
    if (letter === null) return transact(db, (tx) => changeMail(tx, id, { state: 'nothing-to-say' }))
    await this.#note(mail, await post.hand(letter))
  }

  async #note({ id, tries }: MailRow, handed: Handed): Promise<void> {
    const { db, clock, jobs, log } = this.#context
    if (handed !== 'taken') log.warn({ reason: handed, attempt: tries + 1 }, 'a mail was not taken')
    await transact(db, async (tx) => {
      const againAt = handed === 'later' ? tryAgainAt(clock.now(), tries + 1) : null
      if (againAt === null) {
        const state = handed === 'taken' ? 'sent' : handed === 'in-doubt' ? 'in-doubt' : 'refused'
        return changeMail(tx, id, { state, tries: tries + 1 })
      }
      await changeMail(tx, id, { state: 'waiting', tries: tries + 1 })
      await jobs.plan(tx, { kind: AGAIN, key: id, dueAt: againAt })
    })
  }
}
