import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Frame } from '../../ui/frame/frame.ts'

/** How long a screen may take to show its heading before the focus stays where it is. */
const PATIENCE = 3000

/** Looks for the screen's heading now and whenever something is added, until it is there. */
function whenHeadingShows(then: (heading: HTMLElement) => void): () => void {
  const find = () => document.querySelector<HTMLElement>('main h1')
  const found = find()
  if (found !== null) {
    then(found)
    return () => {}
  }
  const observer = new MutationObserver(() => {
    const heading = find()
    if (heading === null) return
    stop()
    then(heading)
  })
  const timer = setTimeout(() => stop(), PATIENCE)
  const stop = () => {
    clearTimeout(timer)
    observer.disconnect()
  }
  observer.observe(document.body, { childList: true, subtree: true })
  return stop
}

/** On each navigation: the tab says where we are, and the focus moves to the heading of the new screen. */
export function useArrival(frame: Frame): void {
  const title = frame.title ?? frame.crumbs.at(-1)?.label
  useEffect(() => {
    document.title = title === undefined ? 'Rondo' : `${title} · Rondo`
  }, [title])
  // The resolved address: until the new screen has loaded, the old one is still there with its heading.
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const hash = useRouterState({ select: (state) => state.resolvedLocation?.hash ?? '' })
  const before = useRef(pathname)
  useEffect(() => {
    const came = before.current
    before.current = pathname
    if (came === undefined || came === pathname) return
    // A link to a block takes the reader there, not to the top.
    if (hash !== '') return
    return whenHeadingShows((heading) => {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    })
  }, [pathname, hash])
}
