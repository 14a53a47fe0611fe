import { type PointerEvent, type RefObject, useState } from 'react'

interface Grip {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
}

interface Reorder {
  /** The key of the row that is being dragged. */
  readonly dragged: string | undefined
  /** What the handle of a row listens to. */
  readonly grip: (key: string) => Grip
}

/**
 * Rows that are dragged by a handle, by mouse, pen and finger alike: the row follows at once, there is no ghost. The
 * rows are the children of the list, in its order; what is done with keys needs none of this.
 */
export function useReorder(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  onMove: (from: number, to: number) => void,
  onDone: () => void = () => {},
): Reorder {
  const [dragged, setDragged] = useState<string>()
  const over = (y: number): number => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
    const passed = rows.findLastIndex((row) => y > row.top)
    return Math.max(0, passed)
  }
  const letGo = () => {
    setDragged(undefined)
    onDone()
  }
  const grip = (key: string): Grip => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDragged(key)
    },
    onPointerMove: (event) => {
      if (dragged !== key) return
      const from = keys.indexOf(key)
      const to = over(event.clientY)
      if (from >= 0 && to !== from) onMove(from, to)
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  })
  return { dragged, grip }
}
