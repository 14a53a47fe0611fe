import { useTranslation } from 'react-i18next'
import { OwnFeed } from '../feed/index.ts'
import { OwnHours } from '../hours/index.ts'
import { ChoicesForm } from '../notify/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { Section } from '../ui/section/section.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { LookChoice } from './look-choice.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import { useMe } from './queries.ts'
import { SignOuts } from './sign-outs.tsx'
import './settings.css'

/** The reader's own account: how they are called, where they live, how it looks, and who is signed in. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const me = useMe()
  useFrame({ crumbs: [{ label: t('account.settings.title') }] })
  return (
    <div className="page settings">
      <h1 tabIndex={-1}>{t('account.settings.title')}</h1>
      {me === undefined ? (
        <TextSkeleton lines={6} />
      ) : (
        <>
          <Section title={t('account.settings.you')}>
            <ProfileForm me={me} />
          </Section>
          <OwnHours me={me} />
          <OwnFeed />
          <Section title={t('account.settings.look')}>
            <LookChoice me={me} />
          </Section>
          <Section title={t('notify.choices.title')}>
            <ChoicesForm />
          </Section>
          <Section title={t('account.settings.password')}>
            <PasswordForm email={me.email} />
          </Section>
          <Section title={t('account.settings.sessions')}>
            <SignOuts me={me} />
          </Section>
        </>
      )}
    </div>
  )
}
