import { mergeAttributes, Node } from '@tiptap/core'
import { isId, isMinutes } from './attributes.ts'
import { attribute, numberFrom, textFrom } from './node-attribute.ts'

/** An agenda item: a heading with minutes and a lead. */
export const Segment = Node.create({
  name: 'segment',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes: () => ({
    id: attribute('data-id', textFrom, isId),
    minutes: attribute('data-minutes', numberFrom, isMinutes),
    lead: attribute('data-lead', textFrom, isId),
  }),

  parseHTML: () => [{ tag: 'h2[data-segment]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['h2', mergeAttributes({ 'data-segment': '' }, HTMLAttributes), 0],
})
