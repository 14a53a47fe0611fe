import type { PostId } from '@rondo/shared/kernel/id.ts'
import { postId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { z } from 'zod'
import { draftsOf, kept } from '../platform/storage.ts'
import { type Draft, draft, EMPTY } from './draft.ts'

/** A post that is not sent yet, with the post it answers. */
export interface Unsent {
  readonly draft: Draft
  readonly replyTo: PostId | null
}

const unsent = z.strictObject({ draft, replyTo: postId.nullable() })
const nothing: Unsent = { draft: EMPTY, replyTo: null }

/**
 * What somebody is writing in one place, kept in this browser until it is sent, so that a closed tab loses nothing.
 *
 * @param place the thread or circle it is written in; with the writer's id, for two people may share a browser
 */
export const useDraft = (writer: string, place: string) => {
  const store = kept(`${draftsOf(writer)}${place}`, unsent)
  const [current, setCurrent] = useState<Unsent>(() => store.read() ?? nothing)
  const change = (next: Unsent) => {
    setCurrent(next)
    if (next.draft.text === '' && next.replyTo === null) store.forget()
    else store.write(next)
  }
  return { unsent: current, change, discard: () => change(nothing) }
}
