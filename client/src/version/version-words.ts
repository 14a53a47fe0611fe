import type { Version, VersionReason } from '@rondo/shared/version/model.ts'
import {
  type Icon,
  IconArrowBackUp,
  IconBookmark,
  IconCircleCheck,
  IconFileImport,
  IconLock,
  IconPencil,
  IconPlayerPause,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { clockWords, dayWords, type TimeReader } from '../ui/time/time-words.ts'

/** The sign of each reason; the words stand beside it. */
export const reasonIcons: Record<VersionReason, Icon> = {
  quiet: IconPlayerPause,
  busy: IconPencil,
  named: IconBookmark,
  wrapped: IconCircleCheck,
  final: IconLock,
  restore: IconArrowBackUp,
  import: IconFileImport,
}

/** "Thu 26 Nov, 14:05", as the reader's clock shows it. */
export const momentWords = ({ at }: Pick<Version, 'at'>, reader: TimeReader, t: TFunction): string =>
  t('version.moment', { day: dayWords(at, reader), time: clockWords(at, reader) })

/** What somebody calls it, or when it is from. */
export const titleWords = (version: Version, reader: TimeReader, t: TFunction): string =>
  version.name ?? momentWords(version, reader, t)
