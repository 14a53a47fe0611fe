import { mergeAttributes, Node } from '@tiptap/core'
import { isAltText, isBoolean, isId, isSide } from './attributes.ts'
import { imageText } from './image-text.ts'
import { attribute, flagFrom, numberFrom, type PastedElement, textFrom } from './node-attribute.ts'

/**
 * A picture by the id of its file: whoever shows it asks the server for the bytes, which are for the readers of the page
 * that they were given to. Nothing here is an address. Its size keeps the page from jumping while it loads.
 *
 * `alt` says what it shows; null until somebody answered. `decorative` is an answer, too: there is nothing to say.
 */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes: () => ({
    fileId: attribute('data-file-id', textFrom, isId),
    alt: attribute('data-alt', textFrom, isAltText),
    decorative: attribute('data-decorative', flagFrom, isBoolean, false),
    width: attribute('data-width', numberFrom, isSide),
    height: attribute('data-height', numberFrom, isSide),
  }),

  parseHTML: () => [
    {
      tag: 'figure[data-file-id]',
      getAttrs: (element: PastedElement) => isId(element.getAttribute('data-file-id')) && null,
    },
  ],
  renderHTML: ({ HTMLAttributes, node }) => [
    'figure',
    mergeAttributes(HTMLAttributes),
    imageText(node.attrs) ?? '',
  ],
  renderText: ({ node }) => imageText(node.attrs) ?? '',
})
