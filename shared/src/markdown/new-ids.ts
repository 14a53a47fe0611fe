import type { JSONContent } from '@tiptap/core'
import { isId } from '../document/attributes.ts'

/** The ids that blocks of a page have: of its captures, its segments and whatever else may be named. */
export const blockIdsIn = (body: JSONContent): string[] => {
  const found: string[] = []
  const open = [body]
  for (let node = open.pop(); node; node = open.pop()) {
    const id: unknown = node.attrs?.['id']
    if (isId(id)) found.push(id)
    open.push(...(node.content ?? []).toReversed())
  }
  return found
}

/**
 * The text with other ids for those that are taken, and for the second of two that are the same: one id names one block of
 * the workspace.
 */
export const withNewIds = (
  body: JSONContent,
  taken: ReadonlySet<string>,
  newId: () => string,
): JSONContent => {
  const seen = new Set(taken)
  const renew = (node: JSONContent): JSONContent => {
    const { attrs, content } = node
    const id: unknown = attrs?.['id']
    const isNew = isId(id) && !seen.has(id)
    if (isNew) seen.add(id)
    return {
      ...node,
      ...(isId(id) && !isNew ? { attrs: { ...attrs, id: newId() } } : {}),
      ...(content === undefined ? {} : { content: content.map(renew) }),
    }
  }
  return renew(body)
}
