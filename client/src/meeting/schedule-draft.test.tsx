import { circleId } from '@rondo/shared/kernel/id.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { type ScheduleDraft, useScheduleDraft } from './schedule-draft.ts'

const reading = circleId.parse('00000000-0000-4000-8000-000000000001')
const cooking = circleId.parse('00000000-0000-4000-8000-000000000002')
const draft: ScheduleDraft = {
  title: 'How Redis forgets',
  day: '2026-12-04',
  time: '17:00',
  format: 'brown-bag',
  page: '',
  wanted: ['facilitator'],
  drafts: [],
  roles: { facilitatorId: '', presenterId: '', noteTakerId: '' },
}
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
)
const opened = (circle = reading) => renderHook(() => useScheduleDraft(circle), { wrapper })

it('keeps what was filled in for whoever comes back, until it is sent', () => {
  const first = opened()
  expect(first.result.current.before).toBeUndefined()
  first.result.current.keep(draft)
  first.unmount()
  expect(opened(cooking).result.current.before).toBeUndefined()
  const again = opened()
  expect(again.result.current.before).toEqual(draft)
  again.result.current.sent()
  again.unmount()
  expect(opened().result.current.before).toBeUndefined()
})
