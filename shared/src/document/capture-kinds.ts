/** The eight kinds of capture, in the order in which menus and keys offer them. */
export const CAPTURE_KINDS = [
  'decision',
  'next',
  'question',
  'insight',
  'link',
  'win',
  'quote',
  'parking',
] as const

export type CaptureKind = (typeof CAPTURE_KINDS)[number]

/** Next steps are done and questions are answered; the other kinds just are. */
export const isTickable = (kind: CaptureKind): boolean => kind === 'next' || kind === 'question'

const kinds: ReadonlySet<unknown> = new Set(CAPTURE_KINDS)

export const isCaptureKind = (value: unknown): value is CaptureKind => kinds.has(value)
