import type { Tx } from '../platform/db/database.ts'
import type { Handlers } from '../platform/jobs/jobs.ts'
import type { Mailing } from './mailing.ts'
import type { NotifyContext } from './notify-context.ts'
import { REMIND, remindHandler } from './reminders.ts'
import { showHandler } from './show.ts'
import { SHOW } from './tell.ts'

/** What this room does when it is due. */
export const notifyHandlers = (context: NotifyContext, mailing: Mailing): Handlers<Tx> => ({
  [REMIND]: remindHandler(context),
  [SHOW]: showHandler(context),
  ...mailing.handlers,
})
