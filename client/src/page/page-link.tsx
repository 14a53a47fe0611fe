import type { PageSummary } from '@rondo/shared/page/model.ts'
import { TextLink } from '../ui/link/text-link.tsx'

/** A page by its title; show-notes open as the meeting they belong to. */
export function PageTitleLink({ page }: { readonly page: PageSummary }) {
  return page.meetingId === null ? (
    <TextLink to="/pages/$pageId" params={{ pageId: page.id }}>
      {page.title}
    </TextLink>
  ) : (
    <TextLink to="/meetings/$meetingId" params={{ meetingId: page.meetingId }}>
      {page.title}
    </TextLink>
  )
}
