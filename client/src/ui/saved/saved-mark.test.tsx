import { render, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { startI18n } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import { SavedMark } from './saved-mark.tsx'

beforeAll(async () => {
  await startI18n({ ui: messages }, 'en')
})

it('always says in words what became of the writing', () => {
  const { rerender } = render(<SavedMark saved={{ state: 'saved' }} />)
  expect(screen.getByRole('status')).toHaveTextContent('Saved')
  rerender(<SavedMark saved={{ state: 'kept', changes: 12 }} />)
  expect(screen.getByRole('status')).toHaveTextContent('Kept on this device, 12')
  rerender(<SavedMark saved={{ state: 'blocked' }} />)
  expect(screen.getByRole('status')).toHaveTextContent('Not saving. See what to check')
})
