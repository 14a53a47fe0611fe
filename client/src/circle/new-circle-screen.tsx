import { Button } from '@mantine/core'
import { createCircle, listCircles } from '@rondo/shared/circle/contract.ts'
import { type Circle, circleName } from '@rondo/shared/circle/model.ts'
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

/** Name, purpose, who may see it, and whose clock counts. What is not ready yet is kept as a draft. */
export function NewCircleForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const zone = useMe()?.timeZone ?? ownZone()
  const words = useCircleWords()
  const create = useTell(createCircle, [listCircles])
  const draft = useTell(createCircle, [listCircles])
  const show = ({ id }: Circle) => navigate({ to: '/circles/$circleId', params: { circleId: id } })
  const { form, submit, pending, problem } = useEntry<Described>({
    initial: { name: '', purpose: '', visibility: 'open', timeZone: zone, seatLimit: null },
    schema: createCircle.body,
    words,
    send: async (body) => show(await create.mutateAsync({ body })),
  })
  /** A draft needs a name to be found again, and nothing else. */
  const keep = () => {
    const described = form.getValues()
    if (circleName.safeParse(described.name).success)
      draft.mutate({ body: { ...described, status: 'draft' } }, { onSuccess: (made) => void show(made) })
    else {
      form.setFieldError('name', words.name)
      form.getInputNode('name')?.focus()
    }
  }
  const wrong = problem ?? draft.error
  return (
    <form className="new-circle-form" onSubmit={submit} noValidate>
      <CircleFields form={form} />
      {wrong === null ? null : <RefusalNotice error={wrong} />}
      <div className="circle-settings-act">
        <Button type="submit" variant="filled" loading={pending}>
          {t('circle.new.do')}
        </Button>
        <Button variant="subtle" loading={draft.isPending} onClick={keep}>
          {t('circle.life.keepDraft')}
        </Button>
      </div>
    </form>
  )
}
