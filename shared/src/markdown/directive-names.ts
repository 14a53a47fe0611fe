import type { NodeType, Node as PmNode } from '@tiptap/pm/model'
import { isCaptureKind } from '../document/capture-kinds.ts'
import { documentSchema } from '../document/schema.ts'

/** How nodes are called in a file, where the schema has a name that nobody would type. */
const NAMES: Readonly<Record<string, string>> = { pageLink: 'page', carryOver: 'carry-over' }

const TYPES: ReadonlyMap<string, NodeType> = new Map(
  Object.values(documentSchema.nodes).map((type) => [NAMES[type.name] ?? type.name, type]),
)

/** A character that a text cannot hold in Markdown, by its code; a text with marks, word by word. */
export const CHARACTER = 'char'
export const MARKED = 'marked'

/** The directive of a node: a capture is called by its kind. */
export const directiveName = ({ type, attrs }: PmNode): string => {
  const kind: unknown = attrs['kind']
  return type.name === 'capture' && isCaptureKind(kind) ? kind : (NAMES[type.name] ?? type.name)
}

/** Which node a directive stands for, and what its name alone says of it. */
export const nodeOfDirective = (
  name: string,
): { type: NodeType; named: Record<string, unknown> } | undefined => {
  const capture = documentSchema.nodes['capture']
  if (isCaptureKind(name) && capture !== undefined) return { type: capture, named: { kind: name } }
  const type = TYPES.get(name)
  return type === undefined || type.isText || type === documentSchema.topNodeType
    ? undefined
    : { type, named: {} }
}
