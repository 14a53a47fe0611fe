import { Button, Checkbox } from '@mantine/core'
import { acceptInvitation } from '@rondo/shared/account/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useChangeOver } from './enter.ts'
import { NewcomerFields } from './newcomer-fields.tsx'
import { ownZone } from './own-zone.ts'
import { useGuest } from './queries.ts'
import { useFieldWords } from './use-field-words.ts'
import { useLocale } from './use-locale.ts'

interface AcceptFormProps {
  readonly token: string
  readonly circleName: string | null
}

/** Makes an account and takes the seat that was offered. */
export function AcceptForm({ token, circleName }: AcceptFormProps) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const locale = useLocale()
  const changeOver = useChangeOver()
  const navigate = useNavigate()
  const [guest] = useState(useGuest())
  const { form, submit, pending, problem } = useEntry({
    initial: {
      token,
      name: guest?.name ?? '',
      email: '',
      password: '',
      timeZone: ownZone(),
      keepGuest: guest !== undefined,
    },
    schema: acceptInvitation.body,
    words,
    send: async (values) => {
      const { circleId } = await call(acceptInvitation, { body: { ...values, locale } })
      await changeOver()
      await navigate(circleId === null ? { to: '/' } : { to: '/circles/$circleId', params: { circleId } })
    },
  })
  return (
    <>
      <form className="door-form" onSubmit={submit} noValidate>
        <NewcomerFields field={(name) => form.getInputProps(name)} />
        {guest === undefined ? null : (
          <Checkbox
            label={t('account.invitation.keepGuest')}
            description={t('account.invitation.keepGuestAbout', { name: guest.name, title: guest.title })}
            {...form.getInputProps('keepGuest', { type: 'checkbox' })}
          />
        )}
        {problem === null ? null : <RefusalNotice error={problem} />}
        <Button type="submit" variant="filled" loading={pending}>
          {circleName === null ? t('account.invitation.do') : t('account.invitation.doCircle')}
        </Button>
      </form>
      <p className="text-small faint door-foot">
        {t('account.invitation.haveAccount')}{' '}
        <TextLink to="/sign-in" search={{ back: `/invitations/${token}` }}>
          {t('account.signIn.do')}
        </TextLink>
      </p>
    </>
  )
}
