import { Button } from '@mantine/core'
import { createCircle, listCircles } from '@rondo/shared/circle/contract.ts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
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

/** Name, purpose, who may see it, and whose clock counts. */
export function NewCircleForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const zone = useMe()?.timeZone ?? ownZone()
  const create = useTell(createCircle, [listCircles])
  const { form, submit, pending, problem } = useEntry<Described>({
    initial: { name: '', purpose: '', visibility: 'open', timeZone: zone },
    schema: createCircle.body,
    words: useCircleWords(),
    send: async (body) => {
      const made = await create.mutateAsync({ body })
      await navigate({ to: '/circles/$circleId', params: { circleId: made.id } })
    },
  })
  return (
    <form className="new-circle-form" onSubmit={submit} noValidate>
      <CircleFields form={form} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <Button type="submit" variant="filled" loading={pending}>
        {t('circle.new.do')}
      </Button>
    </form>
  )
}
