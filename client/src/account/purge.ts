import { z } from 'zod'
import { forgetAnswers } from '../platform/answers.ts'
import { forgetFiles } from '../platform/kept-files.ts'
import { draftsOf, forgetKept, kept, keptNames } from '../platform/storage.ts'
import { forgetLocalCopies } from '../sync/forget-copies.ts'

/** How the notes begin that say who has left this device. */
export const LEFT = 'left.'

const noteOf = (memberId: string) => kept(`${LEFT}${memberId}`, z.number())

/** Notes that somebody left: other tabs hear it, and a start that follows finishes what a closed tab began. */
export const markLeft = (memberId: string): void => noteOf(memberId).write(Date.now())

/** Deletes everything of a member on this device. */
export async function purge(memberId: string): Promise<void> {
  forgetKept(draftsOf(memberId))
  await Promise.all([forgetAnswers(), forgetLocalCopies(memberId), forgetFiles(memberId)])
  noteOf(memberId).forget()
}

/** Deletes what is left of those who have left, before anybody sits down. */
export async function purgeThoseWhoLeft(): Promise<void> {
  await Promise.all(keptNames(LEFT).map((name) => purge(name.slice(LEFT.length))))
}
