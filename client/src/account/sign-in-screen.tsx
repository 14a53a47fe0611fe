import { Button, TextInput } from '@mantine/core'
import { readSession, signIn } from '@rondo/shared/account/contract.ts'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../platform/ask.ts'
import { call } from '../platform/http.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { useChangeOver } from './enter.ts'
import { SignInProblem } from './sign-in-problem.tsx'
import { useFieldWords } from './use-field-words.ts'
import './door.css'
import { PasswordField } from './password-field.tsx'

/** The door of a workspace for people who have an account. */
export function SignInScreen() {
  const { t } = useTranslation()
  const session = useAsk(readSession).data
  const name = session?.state === 'signed-out' ? session.workspace.name : ''
  useFrame({ crumbs: [{ label: t('account.signIn.tab') }] })
  return (
    <div className="door">
      <header className="door-head">
        <h1 tabIndex={-1}>{t('account.signIn.title', { workspace: name === '' ? 'Rondo' : name })}</h1>
      </header>
      <SignInForm />
      <p className="text-small faint door-foot">{t('account.signIn.noAccount')}</p>
    </div>
  )
}

/** E-mail and password; the doors of the house lead on from here. */
export function SignInForm() {
  const { t } = useTranslation()
  const changeOver = useChangeOver()
  const { form, submit, pending, problem } = useEntry({
    initial: { email: '', password: '' },
    schema: signIn.body,
    words: { ...useFieldWords(), password: t('account.wrong.current') },
    send: async (values) => {
      await call(signIn, { body: values })
      await changeOver()
    },
  })
  return (
    <form className="door-form" onSubmit={submit} noValidate>
      <TextInput
        label={t('account.field.email')}
        type="email"
        autoComplete="username"
        {...form.getInputProps('email')}
      />
      <PasswordField
        label={t('account.field.password')}
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <SignInProblem problem={problem} />
      <Button type="submit" variant="filled" loading={pending}>
        {t('account.signIn.do')}
      </Button>
    </form>
  )
}
