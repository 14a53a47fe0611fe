import type { Editor } from '@tiptap/core'
import { standStill } from './stand-still.ts'

const GLOW_MS = 1600
/** How far a glide goes, in heights of the window. */
const SCREENS = 3

/** Brings a capture or segment into sight and lets it glow once; without motion it is simply marked for as long. */
export const scrollToBlock = (editor: Editor, id: string): boolean => {
  const block = blockOf(editor, id)
  if (!block) return false
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill || isFar(block)) standStill(block, 'center')
  else block.scrollIntoView({ block: 'center', behavior: 'smooth' })
  const lit = { boxShadow: '0 0 0 3px var(--c-ember-soft)', backgroundColor: 'var(--c-ember-soft)' }
  block.animate?.(isStill ? [lit, lit] : [lit, {}], { duration: GLOW_MS, easing: 'ease-out' })
  return true
}

/** A glide over many blocks that are laid out only as they come into sight would end somewhere else. */
const isFar = (block: HTMLElement): boolean =>
  Math.abs(block.getBoundingClientRect().top) > SCREENS * window.innerHeight

const blockOf = (editor: Editor, id: string): HTMLElement | undefined => {
  let found: HTMLElement | undefined
  editor.state.doc.descendants((node, position) => {
    const dom = !found && node.attrs['id'] === id ? editor.view.nodeDOM(position) : null
    if (dom instanceof HTMLElement) found = dom
    return !found && !node.isTextblock
  })
  return found
}
