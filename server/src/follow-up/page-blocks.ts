import type { Capture } from '@rondo/shared/capture/model.ts'
import type { Block } from '@rondo/shared/document/block.ts'

/** What the page of a link begins with: the address, what was said about it, and the page where it was caught. */
export const blocksOfPage = (
  { text, pageId }: Pick<Capture, 'text' | 'pageId'>,
  address: string | undefined,
): Block[] => {
  const words = (address === undefined ? text : text.replace(address, '')).trim()
  return [
    ...(address === undefined
      ? []
      : [{ type: 'paragraph', line: [{ text: address, href: address }] } as const]),
    ...(words === '' ? [] : [{ type: 'paragraph', line: words } as const]),
    { type: 'paragraph', line: [{ pageId }] },
    { type: 'paragraph', line: '' },
  ]
}
