import type { FileId } from '@rondo/shared/kernel/id.ts'
import type { ReactNode } from 'react'
import type * as Y from 'yjs'

/** A picture that the server has, as it is kept there. */
export interface Taken {
  readonly fileId: FileId
  readonly width: number
  readonly height: number
}

/** How far a picture is on its way. */
export type Way =
  /** From 0 to 1. */
  | { readonly kind: 'sending'; readonly progress: number }
  /** The server could not be reached or did not take it; it is on this device. */
  | { readonly kind: 'kept' }
  /** The server will not take it, for this reason. */
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'taken'; readonly image: Taken }

/** A picture that is not in the page yet: nobody else sees it. */
export interface WaitingImage {
  readonly key: string
  /** Where it is to stand; it stays right while others write. */
  readonly place: Y.RelativePosition
  /** An address for this browser only. */
  readonly preview: string
  readonly way: Way
}

/** The pictures on their way into one page, in the order in which they are to stand. */
export interface WaitingImages {
  /** The same array until something changes. */
  readonly snapshot: () => readonly WaitingImage[]
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (files: readonly File[], place: Y.RelativePosition) => void
  readonly again: (key: string) => void
  /** Forgets it: it is in the page, or nobody wants it any more. */
  readonly drop: (key: string) => void
  readonly move: (key: string, place: Y.RelativePosition) => void
}

/** An image of the page that somebody looks at or draws on. */
export interface ImageLook extends Taken {
  /** Undefined while nobody has said what it shows. */
  readonly alt: string | undefined
}

export interface AnnotationAsked {
  readonly image: ImageLook
  /** The picture with what was drawn on it. */
  readonly onDone: (taken: Taken) => void
  readonly onClose: () => void
}

/** Where the pictures of a page come from and how new ones come in. */
export interface Images {
  /** Where this browser gets a picture. */
  readonly address: (id: FileId) => string
  /** Left out where the reader may add none. */
  readonly waiting?: WaitingImages | undefined
  /** Tells whoever writes here and may add none that what they pasted or dropped was not taken. */
  readonly refuse?: (() => void) | undefined
  readonly renderAnnotation?: ((asked: AnnotationAsked) => ReactNode) | undefined
}
