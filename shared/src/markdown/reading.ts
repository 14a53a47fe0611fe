import type { Definition, Node as MdastNode, Parent, PhrasingContent, Root } from 'mdast'

/** What a part of a file is read with: the file itself, and the addresses that are noted elsewhere in it. */
export interface Reading {
  readonly source: string
  readonly definitions: ReadonlyMap<string, Definition>
}

export const readingOf = (source: string, root: Root): Reading => ({
  source,
  definitions: new Map(definitionsIn(root).map((one) => [one.identifier, one])),
})

const definitionsIn = (root: Root): Definition[] => {
  const found: Definition[] = []
  const open: MdastNode[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition') found.push(node as Definition)
    if ('children' in node) open.push(...(node as Parent).children)
  }
  // The first of several counts, and the last were found first.
  return found
}

/** What the file says before, between and after the children of a node, for what means nothing to us. */
export const wordsAround = (
  node: MdastNode & { children: PhrasingContent[] },
  { source }: Reading,
): [string, string] => {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  const [first, last] = [node.children.at(0), node.children.at(-1)]
  if (first === undefined || last === undefined) return [source.slice(start, end), '']
  return [source.slice(start, first.position?.start.offset), source.slice(last.position?.end.offset, end)]
}
