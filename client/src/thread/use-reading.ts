import type { Post } from '@rondo/shared/thread/model.ts'
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** Long enough to have seen a line, short enough that a glance counts. */
const GLANCE = 600

/**
 * Tells how far somebody has read: a post counts once it was on screen for a moment, in a tab that is looked at.
 *
 * @param column holds the posts, each with `data-seq`
 */
export const useReading = (
  column: RefObject<HTMLElement | null>,
  posts: readonly Post[],
  readUpTo: number,
  tell: (upTo: number) => void,
): void => {
  const told = useRef(0)
  const read = useEffectEvent((seq: number) => {
    if (seq <= Math.max(told.current, readUpTo)) return
    told.current = seq
    tell(seq)
  })
  const watch = useEffectEvent((element: HTMLElement) =>
    watchPosts(element, Math.max(told.current, readUpTo), read),
  )
  const last = posts.at(-1)?.seq ?? 0
  useEffect(() => {
    const element = column.current
    if (element === null || last === 0 || !('IntersectionObserver' in window)) return
    return watch(element)
  }, [column, last])
}

/** Watches the unread posts of a column and reports the furthest one seen, until nobody looks any more. */
const watchPosts = (column: HTMLElement, after: number, read: (seq: number) => void): (() => void) => {
  let seen = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const report = () => {
    clearTimeout(timer)
    if (seen === 0 || document.visibilityState !== 'visible') return
    timer = setTimeout(() => read(seen), GLANCE)
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) seen = Math.max(seen, seqOf(target))
    }
    report()
  })
  for (const post of column.querySelectorAll('[data-seq]')) {
    if (seqOf(post) > after) observer.observe(post.lastElementChild?.lastElementChild ?? post)
  }
  document.addEventListener('visibilitychange', report)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    document.removeEventListener('visibilitychange', report)
  }
}

const seqOf = (element: Element): number =>
  Number(element.closest<HTMLElement>('[data-seq]')?.dataset['seq'] ?? 0)
