import type { PromptSeen } from '@rondo/shared/seat/model.ts'
import { fireEvent, screen } from '@testing-library/react'
import { expect } from 'vitest'
import { OwnTime } from './own-time.tsx'
import { useSeat } from './queries.ts'
import { answerOf, meeting, patient, priya, promptOf, type Server, show } from './sample-seat.tsx'

/* Prompts on screen and the hands of whoever answers them, for the tests of this folder. */

export function Here({ opened = true, online = true }) {
  return <OwnTime meeting={meeting} seat={useSeat(meeting.id).data} opened={opened} online={online} />
}

/** Shows what the server has, and answers once it is there. */
export const showPrompts = async (server: Server, online = true) => {
  const shown = show(<Here online={online} />)
  const name = server.seat.prompts[0]?.title || 'A part without a title'
  await screen.findByRole('heading', { name }, patient)
  return shown
}

export const field = (name = 'Check-in') => screen.getByRole('textbox', { name })
export const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
export const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
export const give = (text: string) => {
  type(text)
  press('Give this answer')
}
/** Nothing is to be written in any more. */
export const gone = () => expect(screen.queryByRole('textbox')).toBeNull()

/** The prompt, which Priya has answered so. */
export const mineIs = (text: string, more: Partial<PromptSeen> = {}, changedAt?: number): PromptSeen => {
  const mine = answerOf(priya, text, changedAt === undefined ? {} : { changedAt })
  return promptOf({ mine, answered: [priya], others: [], ...more })
}
