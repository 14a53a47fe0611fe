import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** What jsdom lacks and Mantine asks for. */
class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= StillObserver
if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() })
if (!('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView: () => {} })
/* What it lacks and ProseMirror asks for: where text stands. */
const nowhere = { getBoundingClientRect: () => new DOMRect(), getClientRects: () => [] }
if (!('getClientRects' in Range.prototype)) Object.assign(Range.prototype, nowhere)
if (!('elementFromPoint' in document)) Object.assign(document, { elementFromPoint: () => null })
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })

afterEach(cleanup)
