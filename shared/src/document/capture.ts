import { mergeAttributes, Node } from '@tiptap/core'
import { isBoolean, isDropReason, isDueDate, isId, isInstant } from './attributes.ts'
import { isCaptureKind } from './capture-kinds.ts'
import { attribute, flagFrom, numberFrom, textFrom } from './node-attribute.ts'

/**
 * A typed block: a decision, a next step (with `who`, `due`, `done`), a question… `at` is when it was caught,
 * `dropped` why nobody will do or answer it any more.
 */
export const Capture = Node.create({
  name: 'capture',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes: () => ({
    id: attribute('data-id', textFrom, isId),
    kind: attribute('data-kind', textFrom, isCaptureKind, 'insight'),
    at: attribute('data-at', numberFrom, isInstant),
    who: attribute('data-who', textFrom, isId),
    due: attribute('data-due', textFrom, isDueDate),
    done: attribute('data-done', flagFrom, isBoolean, false),
    dropped: attribute('data-dropped', textFrom, isDropReason),
  }),

  parseHTML: () => [{ tag: 'p[data-capture]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes({ 'data-capture': '' }, HTMLAttributes), 0],
})
