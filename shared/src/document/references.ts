import { mergeAttributes, Node } from '@tiptap/core'
import { isId } from './attributes.ts'
import { attribute, type PastedElement, textFrom } from './node-attribute.ts'

/** An inline atom that names a thing by id only: its label is looked up for each reader and never stored in the document. */
const reference = (name: string, idName: string, dataName: string) =>
  Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({ [idName]: attribute(dataName, textFrom, isId) }),
    parseHTML: () => [
      {
        tag: `span[${dataName}]`,
        getAttrs: (element: PastedElement) => isId(element.getAttribute(dataName)) && null,
      },
    ],
    renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes)],
    renderText: () => '',
  })

export const PageLink = reference('pageLink', 'pageId', 'data-page-id')
export const Mention = reference('mention', 'memberId', 'data-member-id')

/** Where the open next steps and questions of the last meeting are shown; it holds nothing itself. */
export const CarryOver = Node.create({
  name: 'carryOver',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'div[data-carry-over]' }],
  renderHTML: () => ['div', { 'data-carry-over': '' }],
  renderText: () => '',
})
