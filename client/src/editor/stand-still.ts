/** Frames in which something has to stand still, and in which that is tried at most. */
const STILL = 3
const TRIES = 30

/**
 * Brings something of a long page into sight at once, and again until what came into sight with it, and turned out higher than
 * it was taken for, lets it stand.
 */
export const standStill = (
  element: Element,
  block: 'center' | 'nearest',
  { still = 0, tries = TRIES } = {},
): void => {
  element.scrollIntoView({ block, behavior: 'auto' })
  const { top } = element.getBoundingClientRect()
  requestAnimationFrame(() => {
    const stands = Math.abs(element.getBoundingClientRect().top - top) < 1
    if (tries > 0 && still < STILL)
      standStill(element, block, { still: stands ? still + 1 : 0, tries: tries - 1 })
  })
}
