import type { Account } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { CircleRows } from '../circle/index.ts'
import { Section } from '../ui/section/section.tsx'
import { FirstActs } from './first-acts.tsx'
import { RecentPages } from './recent-pages.tsx'

interface WelcomeProps {
  readonly me: Account
  readonly open: readonly Circle[]
  /** Whether there is a circle to ask. */
  readonly mayAsk: boolean
  readonly onAsk: () => void
}

/** The first day: what this is, three things to do without asking anybody, and where to sit down. */
export function Welcome({ me, open, mayAsk, onAsk }: WelcomeProps) {
  const { t } = useTranslation()
  const first = me.name.split(' ')[0] ?? me.name
  return (
    <>
      <header className="welcome">
        <h1 tabIndex={-1}>{t('today.welcome.title', { name: first })}</h1>
        <p className="soft measure">{t('today.welcome.about')}</p>
        <FirstActs mayAsk={mayAsk} onAsk={onAsk} />
      </header>
      <div className="today-two">
        {open.length === 0 ? null : (
          <Section title={t('today.welcome.circles')}>
            <CircleRows circles={open.slice(0, 5)} />
          </Section>
        )}
        <RecentPages />
      </div>
    </>
  )
}
