import { isAllowedUri } from './address.ts'
import {
  isAltText,
  isBoolean,
  isDropReason,
  isDueDate,
  isId,
  isInstant,
  isLanguage,
  isMinutes,
  isSide,
  isWithin,
} from './attributes.ts'
import { isCaptureKind } from './capture-kinds.ts'
import { isListStart, isSpan } from './plain-nodes.ts'
import { documentSchema } from './schema.ts'

type Check = (value: unknown) => boolean

/** Live marks of one text: more than anybody sets in a paragraph, few enough to be drawn. */
export const MARKS_PER_TEXT = 10_000

/** What an element of the shared document may carry and contain. */
export interface ElementRule {
  readonly attributes: ReadonlyMap<string, Check>
  /** Names of the elements that may stand inside. */
  readonly children: ReadonlySet<string>
  readonly text: boolean
  /** Whether the text may carry marks. */
  readonly marks: boolean
}

const cell = { colspan: isSpan, rowspan: isSpan }

const attributeChecks: Record<string, Record<string, Check>> = {
  heading: { level: (value) => isWithin(value, 1, 3) },
  orderedList: { start: isListStart },
  codeBlock: { language: isLanguage },
  taskItem: { checked: isBoolean },
  tableHeader: cell,
  tableCell: cell,
  segment: { id: isId, minutes: isMinutes, lead: isId },
  capture: {
    id: isId,
    kind: isCaptureKind,
    at: isInstant,
    who: isId,
    due: isDueDate,
    done: isBoolean,
    dropped: isDropReason,
  },
  answer: { id: isId, who: isId, at: isInstant },
  pageLink: { pageId: isId },
  mention: { memberId: isId },
  image: { fileId: isId, alt: isAltText, decorative: isBoolean, width: isSide, height: isSide },
}

const nodeTypes = Object.values(documentSchema.nodes).filter((type) => !type.isText)
const named = (group: string) =>
  nodeTypes.filter((type) => type.spec.group?.split(' ').includes(group)).map((type) => type.name)

const allowedInside = (content: string): ReadonlySet<string> =>
  new Set(
    (content.match(/\w+/g) ?? []).flatMap((word) => (documentSchema.nodes[word] ? [word] : named(word))),
  )

/** The rule of every element, read off the schema so that the two cannot drift apart. */
export const elementRules: ReadonlyMap<string, ElementRule> = new Map(
  nodeTypes.map((type) => [
    type.name,
    {
      attributes: new Map(Object.entries(attributeChecks[type.name] ?? {})),
      children: allowedInside(type.spec.content ?? ''),
      text: type.inlineContent,
      marks: type.spec.marks !== '',
    },
  ]),
)

const isEmptyMark: Check = (value) =>
  value === true || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const isLinkMark: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => key === 'href') &&
  'href' in value &&
  isAllowedUri(value.href)

/** y-tiptap may add a hash to the name of a mark. */
const MARK_NAME = /^(\w+?)(?:--[\w+/=]{8})?$/

const markName = (key: string): string => MARK_NAME.exec(key)?.[1] ?? key

/** Whether the schema has a mark of this name. */
export const isMarkName = (key: string): boolean => Object.hasOwn(documentSchema.marks, markName(key))

/** Whether the shared text may carry this mark with this value. */
export const isKnownMark = (key: string, value: unknown): boolean =>
  isMarkName(key) && (markName(key) === 'link' ? isLinkMark(value) : isEmptyMark(value))
