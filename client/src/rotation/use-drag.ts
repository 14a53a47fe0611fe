import { type PointerEvent, useEffect, useRef } from 'react'

/** How far a pointer moves before it drags; less is an unsteady click. */
const THRESHOLD = 6

interface DragOptions {
  /** Whether the cell may be picked up at all. */
  readonly mayPick: (cell: string) => boolean
  readonly onPick: (cell: string) => void
  /** The cell under the pointer, or null between cells. */
  readonly onOver: (cell: string | null) => void
  /** Let go over a cell, or over nothing. */
  readonly onDrop: (cell: string | null) => void
  readonly onCancel: () => void
}

const cellOf = (element: EventTarget | null): string | null =>
  element instanceof Element ? (element.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null) : null

/** A click that ends a drag is no click. */
const swallowClick = () => {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

/**
 * Picks a cell up by mouse or pen and drops it on another; cells carry `data-cell`. A finger scrolls instead: it has the
 * menu, which does the same. What follows the pointer is the element that `ghost` is given to.
 */
export const useDrag = (options: DragOptions) => {
  const ghost = useRef<HTMLDivElement>(null)
  const ending = useRef<AbortController>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => () => ending.current?.abort(), [])

  const follow = (x: number, y: number) => {
    const style = ghost.current?.style
    if (style !== undefined) style.transform = `translate(${x + 12}px, ${y + 12}px)`
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const cell = cellOf(event.target)
    if (event.button !== 0 || event.pointerType === 'touch') return
    if (cell === null || !latest.current.mayPick(cell)) return
    const { clientX, clientY } = event
    let dragging = false
    const listening = new AbortController()
    ending.current = listening
    const { signal } = listening
    const end = (tell: () => void) => {
      listening.abort()
      ghost.current?.style.removeProperty('transform')
      if (dragging) tell()
    }
    const move = (to: globalThis.PointerEvent) => {
      const far = Math.hypot(to.clientX - clientX, to.clientY - clientY) >= THRESHOLD
      if (!dragging && !far) return
      if (!dragging) latest.current.onPick(cell)
      dragging = true
      follow(to.clientX, to.clientY)
      latest.current.onOver(cellOf(document.elementFromPoint(to.clientX, to.clientY)))
    }
    const drop = (at: globalThis.PointerEvent) =>
      end(() => {
        swallowClick()
        latest.current.onDrop(cellOf(document.elementFromPoint(at.clientX, at.clientY)))
      })
    const letGo = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') end(() => latest.current.onCancel())
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', drop, { signal })
    window.addEventListener('pointercancel', () => end(() => latest.current.onCancel()), { signal })
    window.addEventListener('keydown', letGo, { signal, capture: true })
  }
  return { ghost, onPointerDown }
}
