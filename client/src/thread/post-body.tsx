import type { Ref } from 'react'
import { useWho } from '../account/index.ts'
import { type Piece, paragraphsOf } from './body.ts'
import './post.css'

interface PostBodyProps {
  readonly body: string
  readonly ref?: Ref<HTMLDivElement>
}

/** What somebody wrote: paragraphs, people and addresses. Nothing in it is ever read as markup. */
export function PostBody({ body, ref }: PostBodyProps) {
  return (
    <div className="post-body" ref={ref}>
      {[...paragraphsOf(body).entries()].map(([index, pieces]) => (
        <p key={index}>
          {[...pieces.entries()].map(([at, piece]) => (
            <PieceText key={at} piece={piece} />
          ))}
        </p>
      ))}
    </div>
  )
}

function PieceText({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'mention':
      return <MentionText id={piece.memberId} />
    case 'link':
      return (
        <a className="text-link" href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
          {piece.href.replace(/^https?:\/\//i, '')}
        </a>
      )
  }
}

function MentionText({ id }: { readonly id: Extract<Piece, { kind: 'mention' }>['memberId'] }) {
  const person = useWho()(id)
  return (
    <span className="mention" data-me={person.isMe}>
      @{person.name}
    </span>
  )
}
