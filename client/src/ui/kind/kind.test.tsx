import { CAPTURE_KINDS } from '@rondo/shared/document/capture-kinds.ts'
import { render, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import { KindChip, KindIcon, KindLabel } from './kind.tsx'

beforeAll(async () => {
  await startI18n({ ui: messages }, 'en')
})

it('says every kind with a word beside its sign and hue', () => {
  for (const kind of CAPTURE_KINDS) {
    const { container, unmount } = render(
      <>
        <KindChip kind={kind} />
        <KindLabel kind={kind} />
      </>,
    )
    expect(screen.getAllByText(messages.en.kind[kind])).toHaveLength(2)
    expect(container.querySelectorAll(`svg.kind-${kind}[aria-hidden]`)).toHaveLength(2)
    unmount()
  }
})

it('reads the word out where the sign stands alone', () => {
  render(<KindIcon kind="parking" label />)
  expect(screen.getByRole('img', { name: 'Parking' })).toBeInTheDocument()
})
