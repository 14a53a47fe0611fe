import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import {
  type Icon,
  IconBulb,
  IconCheckbox,
  IconLink,
  IconParking,
  IconQuestionMark,
  IconQuote,
  IconRubberStamp,
  IconStar,
} from '@tabler/icons-react'

/** The sign of each kind of capture; its word is `t('ui.kind.<kind>')`, its hue the class `kind-<kind>`. */
export const kindIcons: Record<CaptureKind, Icon> = {
  decision: IconRubberStamp,
  next: IconCheckbox,
  question: IconQuestionMark,
  insight: IconBulb,
  link: IconLink,
  win: IconStar,
  quote: IconQuote,
  parking: IconParking,
}
