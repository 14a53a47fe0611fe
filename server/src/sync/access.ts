/** Who stands behind a socket, as others in the room see them. */
export type Account = {
  readonly id: string
  readonly name: string
  /** Place in the palette, 1 to 16. */
  readonly colour: number
  /** The same colour as six hex digits with a leading `#`. */
  readonly colourHex: string
  /** They came by a guest's link. */
  readonly isGuest?: true | undefined
}

/** May it change the document, or only read it? */
export type Mode = 'read' | 'write'

/** What the product says about a request for a document. Forbidden is `absent`: nobody learns which. */
export type AccessAnswer =
  | { readonly kind: 'no-session' }
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'granted'
      readonly account: Account
      readonly mode: Mode
      readonly sessionId: string
    }

/** What the browser showed at the door. */
type AccessRequest = {
  readonly cookieHeader: string | undefined
  readonly documentId: string
}

/**
 * Who may read or write a document. Sync knows no feature: the product answers.
 * Asked before the first document byte, and again whenever {@link Sync.recheck} says so.
 */
export type Access = {
  authorize(request: AccessRequest): Promise<AccessAnswer>
}

/** An open socket as `recheck` offers it for choosing. */
export type OpenSocket = {
  readonly documentId: string
  readonly accountId: string
  readonly sessionId: string
}
