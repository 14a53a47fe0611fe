import { messages as account } from '../account/messages.ts'
import { messages as cadence } from '../cadence/messages.ts'
import { messages as capture } from '../capture/messages.ts'
import { messages as circle } from '../circle/messages.ts'
import { messages as editor } from '../editor/messages.ts'
import { messages as feed } from '../feed/messages.ts'
import { messages as format } from '../format/messages.ts'
import { messages as guest } from '../guest/messages.ts'
import { messages as hours } from '../hours/messages.ts'
import { messages as image } from '../image/messages.ts'
import { messages as markdown } from '../markdown/messages.ts'
import { messages as meeting } from '../meeting/messages.ts'
import { messages as notify } from '../notify/messages.ts'
import { messages as page } from '../page/messages.ts'
import type { Messages } from '../platform/i18n.ts'
import { mediaMessages } from '../recording/media-messages.ts'
import { messages as recording } from '../recording/messages.ts'
import { messages as ritual } from '../ritual/messages.ts'
import { messages as rotation } from '../rotation/messages.ts'
import { messages as seat } from '../seat/messages.ts'
import { messages as thread } from '../thread/messages.ts'
import { messages as today } from '../today/messages.ts'
import { messages as ui } from '../ui/messages.ts'
import { messages as version } from '../version/messages.ts'
import { shellMessages } from './shell-messages.ts'

/** Every text of the interface; the name here is the first part of its keys. */
export const messages: Record<string, Messages> = {
  account,
  app: shellMessages,
  cadence,
  capture,
  circle,
  editor,
  feed,
  format,
  guest,
  hours,
  image,
  markdown,
  media: mediaMessages,
  meeting,
  notify,
  page,
  recording,
  ritual,
  rotation,
  seat,
  thread,
  today,
  ui,
  version,
}
