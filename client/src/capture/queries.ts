import { listCaptures, listCarriedOver, tickCapture } from '@rondo/shared/capture/contract.ts'
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

/** What is ticked, and how. */
export interface Tick {
  readonly capture: Capture
  readonly done: boolean
}

/** Ticks a next step or answers a question in its own page; the lists on screen follow at once. */
export function useTickCapture() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ capture, done }: Tick) =>
      call(tickCapture, { params: { captureId: capture.id }, body: { done } }),
    onMutate: ({ capture, done }) => changeEverywhere(client, capture.id, (one) => ({ ...one, done })),
    onSuccess: (saved) => changeEverywhere(client, saved.id, (one) => ({ ...one, ...saved })),
    onError: (_error, { capture, done }) =>
      changeEverywhere(client, capture.id, (one) => ({ ...one, done: !done })),
  })
}

/** Lists that change when something becomes of a capture. */
export const staleByCaptures = [listCaptures, listCarriedOver] as const
