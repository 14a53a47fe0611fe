import { render, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import { type Reader, ReaderContext } from '../reader/reader.ts'
import { TimeText } from './time-text.tsx'

const reader: Reader = { id: 'a', name: 'Priya', colour: 1, locale: 'en', timeZone: 'America/Los_Angeles' }
const year = new Date().getUTCFullYear()
const at = Date.UTC(year, 10, 26, 16, 0)

beforeAll(async () => {
  await startI18n({ ui: messages }, 'en')
})

it('underlines only the reader’s part and tells machines the instant', () => {
  render(
    <ReaderContext value={reader}>
      <TimeText at={at} zone="Europe/Berlin" withDay={false} />
    </ReaderContext>,
  )
  const yours = screen.getByText('08:00 for you')
  expect(yours).toHaveClass('time-yours')
  expect(yours.closest('time')).toHaveTextContent('17:00 Berlin, 08:00 for you')
  expect(yours.closest('time')).toHaveAttribute('datetime', new Date(at).toISOString())
})
