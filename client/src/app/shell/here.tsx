import { useTranslation } from 'react-i18next'
import type { Present } from '../../ui/frame/frame.ts'
import type { DotState } from '../../ui/ring/dots.ts'
import { RingDots } from '../../ui/ring/ring-dots.tsx'

const MOST_DOTS = 12

interface HereProps {
  readonly people: readonly Present[]
  readonly seats: number | undefined
}

/** Who looks at the same thing: a ring with their colours, and the number in words. */
export function Here({ people, seats }: HereProps) {
  const { t } = useTranslation()
  const names = people.map((person) => person.name).join(', ')
  const count = Math.min(MOST_DOTS, Math.max(seats ?? 0, people.length, 3))
  const states = Array.from(
    { length: count },
    (_, index): DotState => (index < people.length ? 'done' : 'wait'),
  )
  return (
    <span className="here" title={t('app.hereNames', { names })}>
      <RingDots size={28} states={states} colours={people.map((person) => person.colour)} />
      <span className="here-count">{t('app.here', { count: people.length })}</span>
    </span>
  )
}
