import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Icon } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { MemberLook } from '../surroundings.ts'

/** Something that a menu offers. */
export interface MenuItem {
  readonly id: string
  readonly group: 'captures' | 'blocks' | 'people' | 'pages'
  readonly words: string
  /** What one could have typed, e.g. `/next`. */
  readonly hint?: string
  readonly icon?: Icon
  readonly capture?: CaptureKind
  readonly face?: MemberLook
  /** Does it; what was typed to open the menu stands in `range`. */
  readonly take: (editor: Editor, range: Range) => void | Promise<void>
}

export interface Range {
  readonly from: number
  readonly to: number
  /** Whether the menu was opened to give a next step to somebody. */
  readonly isAssigning: boolean
}
