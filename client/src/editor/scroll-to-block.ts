import type { Editor } from '@tiptap/core'

const GLOW_MS = 1600
/** How far a glide goes, in heights of the window. */
const SCREENS = 3
/** Frames in which it has to stand still, and in which that is tried at most. */
const STILL = 3
const TRIES = 30

/** Brings a capture or segment into sight and lets it glow once; without motion it is simply marked for as long. */
export const scrollToBlock = (editor: Editor, id: string): boolean => {
  const block = blockOf(editor, id)
  if (!block) return false
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill || isFar(block)) jumpTo(block)
  else block.scrollIntoView({ block: 'center', behavior: 'smooth' })
  const lit = { boxShadow: '0 0 0 3px var(--c-ember-soft)', backgroundColor: 'var(--c-ember-soft)' }
  block.animate?.(isStill ? [lit, lit] : [lit, {}], { duration: GLOW_MS, easing: 'ease-out' })
  return true
}

/** Blocks on the way are laid out only as they come into sight: a glide over many of them would end somewhere else. */
const isFar = (block: HTMLElement): boolean => {
  const { top } = block.getBoundingClientRect()
  return Math.abs(top) > SCREENS * window.innerHeight
}

/** Goes there at once, and again until what came into sight, and turned out higher than it was taken for, lets it stand. */
const jumpTo = (block: HTMLElement, still = 0, tries = TRIES): void => {
  block.scrollIntoView({ block: 'center', behavior: 'auto' })
  const { top } = block.getBoundingClientRect()
  requestAnimationFrame(() => {
    const stands = Math.abs(block.getBoundingClientRect().top - top) < 1
    if (tries > 0 && still < STILL) jumpTo(block, stands ? still + 1 : 0, tries - 1)
  })
}

const blockOf = (editor: Editor, id: string): HTMLElement | undefined => {
  let found: HTMLElement | undefined
  editor.state.doc.descendants((node, position) => {
    const dom = !found && node.attrs['id'] === id ? editor.view.nodeDOM(position) : null
    if (dom instanceof HTMLElement) found = dom
    return !found && !node.isTextblock
  })
  return found
}
