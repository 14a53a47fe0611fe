import { Button } from '@mantine/core'
import { createCircle, listCircles } from '@rondo/shared/circle/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { ownZone, useMe } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { CircleFields, type Described, useCircleWords } from './circle-fields.tsx'
import './circles.css'

/** Starts a circle: it works at once, nobody has to approve it. */
export function NewCircleScreen() {
  const { t } = useTranslation()
  useFrame({ crumbs: [{ label: t('circle.all'), to: '/circles' }, { label: t('circle.new.title') }] })
  return (
    <div className="page new-circle">
      <h1 tabIndex={-1}>{t('circle.new.title')}</h1>
      <NewCircleForm />
    </div>
  )
}

/** A draft may lack a purpose; which of the two it is to be is known when a button is pressed. */
const bodyAs = (status: () => 'draft' | 'active') =>
  z.custom<Described>().superRefine((described, context) => {
    const parsed = createCircle.body?.safeParse({ ...described, status: status() })
    for (const { path, message } of parsed?.error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message })
  })

/** Name, purpose, who may see it, and whose clock counts. What is not ready yet is kept as a draft. */
export function NewCircleForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const zone = useMe()?.timeZone ?? ownZone()
  const create = useTell(createCircle, [listCircles])
  const asDraft = useRef(false)
  const { form, submit, pending, problem } = useEntry<Described>({
    initial: { name: '', purpose: '', visibility: 'open', timeZone: zone, seatLimit: null },
    schema: bodyAs(() => (asDraft.current ? 'draft' : 'active')),
    words: useCircleWords(),
    send: async (described) => {
      const made = await create.mutateAsync({
        body: { ...described, status: asDraft.current ? 'draft' : 'active' },
      })
      await navigate({ to: '/circles/$circleId', params: { circleId: made.id } })
    },
  })
  return (
    <form className="new-circle-form" onSubmit={submit} noValidate>
      <CircleFields form={form} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="circle-settings-act">
        <Button
          type="submit"
          variant="filled"
          loading={pending}
          onClick={() => {
            asDraft.current = false
          }}
        >
          {t('circle.new.do')}
        </Button>
        <Button
          type="submit"
          variant="subtle"
          disabled={pending}
          onClick={() => {
            asDraft.current = true
          }}
        >
          {t('circle.life.keepDraft')}
        </Button>
      </div>
    </form>
  )
}
