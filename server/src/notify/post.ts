/** A mail as it is handed over. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
  /** Names the mail for ever, so that a mail server that gets it twice can tell. */
  readonly messageId: string
  /** Where mails of this kind are ended, without signing in. */
  readonly unsubscribe: string
}

/**
 * What became of a letter: `taken` by the mail server; `later` when it could not be handed over, so that another try is
 * right; `refused` for good; `in-doubt` when the line broke after it was handed over and before the answer came.
 */
export type Handed = 'taken' | 'later' | 'refused' | 'in-doubt'

/** How mails leave. */
export interface Post {
  hand(letter: Letter): Promise<Handed>
  close(): void
}
