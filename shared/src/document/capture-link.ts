import type * as Y from 'yjs'
import { type CaptureId, type PageId, pageId } from '../kernel/id.ts'
import { cleanAddress } from './address.ts'
import type { Inline } from './read-blocks.ts'
import { readBlocks } from './read-blocks.ts'

/** Where a capture leads: to a page of this workspace, or to an address. */
export interface CaptureLink {
  readonly pageId: PageId | undefined
  readonly address: string | undefined
}

const BARE = /https?:\/\/\S+/i
/** What ends a sentence rather than an address. */
const CLOSING = /[.,;:!?)\]}»”"']+$/u
const OWN_PAGE = /^\/pages\/([0-9a-f-]{36})(?:[/?#]|$)/

/** The first page and the first address that stand in a capture. */
export const readCaptureLink = (doc: Y.Doc, id: CaptureId): CaptureLink => {
  const block = readBlocks(doc).find(({ name, attributes }) => name === 'capture' && attributes.id === id)
  const inlines = block?.inlines ?? []
  const addresses = inlines.flatMap(addressesIn)
  const pages = [...inlines.map(linkedPage), ...addresses.map((one) => OWN_PAGE.exec(one)?.[1])]
  return {
    pageId: pages.map((one) => pageId.safeParse(one).data).find((one) => one !== undefined),
    address: addresses.find((one) => !OWN_PAGE.test(one)),
  }
}

const linkedPage = (inline: Inline): unknown =>
  inline.type === 'atom' && inline.name === 'pageLink' ? inline.attributes.pageId : undefined

const addressesIn = (inline: Inline): string[] => {
  if (inline.type !== 'text') return []
  const mark = inline.marks.link
  const href = typeof mark === 'object' && mark !== null && 'href' in mark ? mark.href : undefined
  const bare = BARE.exec(inline.text)?.[0].replace(CLOSING, '')
  return [cleanAddress(href), cleanAddress(bare)].filter((address) => address !== undefined)
}
