import type { Block } from '../document/block.ts'

type ListBlock = Extract<Block, { type: 'bullets' | 'numbers' | 'tasks' }>

const MARKS: readonly [RegExp, (words: string) => Block][] = [
  [/^##\s+(?=\S)/, (line) => ({ type: 'heading', level: 3, line })],
  [/^#\s+(?=\S)/, (line) => ({ type: 'heading', level: 2, line })],
  [/^(?:[-*]\s+)?\[ ?\](?:\s+|$)/, (line) => ({ type: 'tasks', items: [{ done: false, line }] })],
  [/^[-*](?:\s+|$)/, (line) => ({ type: 'bullets', items: [line] })],
  [/^\d{1,3}[.)](?:\s+|$)/, (line) => ({ type: 'numbers', items: [line] })],
]

/**
 * The blocks that a page template stands for. A line is a paragraph; one that begins with `#`, `-`, `1.` or `[ ]` is a
 * heading or an item, and neighbouring items are one list. Every word of the template stands in one of the blocks.
 */
export const templateBlocks = (template: string): Block[] =>
  template
    .split(/\r?\n/)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .map(blockOf)
    .reduce<Block[]>(joined, [])

const blockOf = (line: string): Block => {
  const found = MARKS.find(([mark]) => mark.test(line))
  return found ? found[1](line.replace(found[0], '')) : { type: 'paragraph', line }
}

const joined = (blocks: Block[], next: Block): Block[] => {
  const last = blocks.at(-1)
  if (last === undefined || !isList(last) || last.type !== next.type) return [...blocks, next]
  const list = { ...last, items: [...last.items, ...next.items] } as ListBlock
  return [...blocks.slice(0, -1), list]
}

const isList = (block: Block): block is ListBlock =>
  block.type === 'bullets' || block.type === 'numbers' || block.type === 'tasks'
