import { cleanAddress } from '@rondo/shared/document/address.ts'
import type { Piece, Run } from '@rondo/shared/version/model.ts'
import type { ReactNode } from 'react'
import type { References } from './use-references.ts'

/** Which of two texts is shown: both in one, or one of them. */
export type Side = 'both' | 'before' | 'after'

interface RunsProps {
  readonly runs: readonly Run[]
  readonly side: Side
  /** A block that came or went as a whole says so itself; its words are not marked once more. */
  readonly marked: boolean
  readonly references: References
}

const HIDDEN: Record<Side, Run['kind'] | null> = { both: null, before: 'added', after: 'removed' }

/** The words of a block, with what came underlined and what went struck out. */
export function Runs({ runs, side, marked, references }: RunsProps) {
  const shown = runs.filter(({ kind }) => kind !== HIDDEN[side])
  return shown.map((run, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one comparison never change places
    <OneRun key={place} run={run} marked={marked} references={references} />
  ))
}

interface OneRunProps extends Pick<RunsProps, 'marked' | 'references'> {
  readonly run: Run
}

function OneRun({ run: { kind, piece }, marked, references }: OneRunProps) {
  const words = <PieceWords piece={piece} references={references} />
  if (!marked || kind === 'same') return words
  return kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>
}

function PieceWords({ piece, references }: { readonly piece: Piece; readonly references: References }) {
  if ('text' in piece) return <Marked marks={Object.entries(piece.marks)} text={piece.text} />
  switch (piece.atom) {
    case 'mention':
      return <span className="doc-mention">{references.member(piece.attributes['memberId'])}</span>
    case 'pageLink':
      return <span className="version-page-link">{references.page(piece.attributes['pageId'])}</span>
    case 'cell':
      return <span className="version-cell" />
    default:
      return <br />
  }
}

interface MarkedProps {
  readonly marks: readonly (readonly [string, string | null])[]
  readonly text: string
}

/** A text in its marks, the first one outermost. */
function Marked({ marks: [first, ...others], text }: MarkedProps): ReactNode {
  if (first === undefined) return text
  const [mark, value] = first
  const inner = <Marked marks={others} text={text} />
  switch (mark) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    case 'link':
      return <Address href={value}>{inner}</Address>
    default:
      return inner
  }
}

function Address({ href, children }: { readonly href: string | null; readonly children: ReactNode }) {
  const address = cleanAddress(href)
  if (address === undefined) return children
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
