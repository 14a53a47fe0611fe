import { mergeAttributes, Node } from '@tiptap/core'
import { isId, isInstant } from './attributes.ts'
import { attribute, numberFrom, textFrom } from './node-attribute.ts'

/** What somebody answered in their own time: paragraphs under the segment whose prompt they answer. */
export const Answer = Node.create({
  name: 'answer',
  group: 'block',
  content: 'paragraph+',
  defining: true,

  addAttributes: () => ({
    id: attribute('data-id', textFrom, isId),
    who: attribute('data-who', textFrom, isId),
    at: attribute('data-at', numberFrom, isInstant),
  }),

  parseHTML: () => [{ tag: 'div[data-answer]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ 'data-answer': '' }, HTMLAttributes), 0],
})
