import { readSession } from '@rondo/shared/account/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../platform/ask.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { CodeField } from './code-field.tsx'
import { DemoDoor } from './demo-door.tsx'
import { SetUpForm } from './set-up-form.tsx'
import './door.css'

/** The first screen of a new workspace: make it yours, or look round a demo first. */
export function SetUpScreen() {
  const { t } = useTranslation()
  const session = useAsk(readSession).data
  const [code, setCode] = useState('')
  useFrame({ crumbs: [{ label: t('account.setUp.title') }] })
  const needsCode = session?.state === 'not-set-up' && session.needsCode
  return (
    <div className="door door-two">
      <header className="door-head">
        <h1 tabIndex={-1}>{t('account.setUp.title')}</h1>
        <p className="soft measure">{t('account.setUp.about')}</p>
        {needsCode ? <CodeField value={code} onChange={setCode} /> : null}
      </header>
      <SetUpForm code={needsCode ? code : undefined} />
      <DemoDoor code={needsCode ? code : undefined} />
    </div>
  )
}
