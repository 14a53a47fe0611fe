import {
  dateCapture,
  dropCapture,
  listCaptures,
  listCarriedOver,
  tickCapture,
} from '@rondo/shared/capture/contract.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import type { InputOf } from '@rondo/shared/kernel/contract.ts'
import type { CaptureId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useAsk } from '../platform/ask.ts'
import { call } from '../platform/http.ts'

/** Which captures: of a circle, a meeting, a page; of a kind; open or done; only mine. */
export type CaptureFilter = NonNullable<InputOf<typeof listCaptures>['query']>

interface Captures {
  readonly captures: Capture[]
}

/** Captures that the reader may see, newest first. */
export const useCaptures = (filter: CaptureFilter = {}) => useAsk(listCaptures, { query: filter })

/** Open next steps and questions of the circle's earlier meetings. */
export const useCarriedOver = (meetingId: MeetingId) => useAsk(listCarriedOver, { params: { meetingId } })

/** A list with one capture changed; the same list where it does not stand. */
function withCapture<L extends Captures>(
  list: L | undefined,
  id: CaptureId,
  change: (capture: Capture) => Capture,
): L | undefined {
  if (!list?.captures.some((capture) => capture.id === id)) return list
  return { ...list, captures: list.captures.map((one) => (one.id === id ? change(one) : one)) }
}

function changeEverywhere(client: QueryClient, id: CaptureId, change: (capture: Capture) => Capture): void {
  for (const contract of [listCaptures, listCarriedOver]) {
    client.setQueriesData<Captures>({ queryKey: [contract.path] }, (list) => withCapture(list, id, change))
  }
}

/** A change of one capture in its own page: the lists on screen show it at once, and take it back if it was refused. */
function useSettle<Wish extends { readonly capture: Capture }>(
  send: (wish: Wish) => Promise<Capture>,
  becomes: (wish: Wish) => Partial<Capture>,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onMutate: (wish) => changeEverywhere(client, wish.capture.id, (one) => ({ ...one, ...becomes(wish) })),
    onSuccess: (saved) => changeEverywhere(client, saved.id, (one) => ({ ...one, ...saved })),
    onError: (_error, { capture }) => {
      const { done, dropped, due } = capture
      changeEverywhere(client, capture.id, (one) => ({ ...one, done, dropped, due }))
    },
  })
}

/** What is ticked, and how. */
export interface Tick {
  readonly capture: Capture
  readonly done: boolean
}

/** Ticks a next step or answers a question. */
export const useTickCapture = () =>
  useSettle<Tick>(
    ({ capture, done }) => call(tickCapture, { params: { captureId: capture.id }, body: { done } }),
    ({ done }) => ({ done }),
  )

interface Drop {
  readonly capture: Capture
  /** Why; null takes it up again. */
  readonly reason: string | null
}

/** Drops a next step or a question, from what the reader saw. */
export const useDropCapture = () =>
  useSettle<Drop>(
    ({ capture, reason }) =>
      call(dropCapture, { params: { captureId: capture.id }, body: { reason, from: capture.dropped } }),
    ({ reason }) => ({ dropped: reason }),
  )

interface Dating {
  readonly capture: Capture
  readonly due: string
}

/** Gives a next step another day, from the one that the reader saw. */
export const useDateCapture = () =>
  useSettle<Dating>(
    ({ capture, due }) =>
      call(dateCapture, { params: { captureId: capture.id }, body: { due, from: capture.due } }),
    ({ due }) => ({ due }),
  )

/** Lists that change when something becomes of a capture. */
export const staleByCaptures = [listCaptures, listCarriedOver] as const
