import { useEffect, useEffectEvent } from 'react'

interface FloorKeys {
  readonly hand: (() => void) | undefined
  readonly pass: (() => void) | undefined
}

/**
 * Alt H and Alt P, wherever the caret stands: whoever writes the notes has a turn, too. By the place of the key, because Alt makes
 * another letter of it on some keyboards; with Ctrl it is AltGr, which writes.
 */
export function useFloorKeys(keys: FloorKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return
    const act = event.code === 'KeyH' ? keys.hand : event.code === 'KeyP' ? keys.pass : undefined
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
