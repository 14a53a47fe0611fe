import { Button, Radio, TextInput } from '@mantine/core'
import { createCircle, listCircles } from '@rondo/shared/circle/contract.ts'
import type { Visibility } from '@rondo/shared/circle/model.ts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ownZone, useMe, ZoneSelect } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { PurposeField } from './purpose-field.tsx'
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

const visibility: Visibility = 'open'

/** Name, purpose, who may see it, and whose clock counts. */
export function NewCircleForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const zone = useMe()?.timeZone ?? ownZone()
  const create = useTell(createCircle, [listCircles])
  const { form, submit, pending, problem } = useEntry({
    initial: { name: '', purpose: '', visibility, timeZone: zone },
    schema: createCircle.body,
    words: {
      name: t('circle.wrong.name'),
      purpose: t('circle.wrong.purpose'),
      timeZone: t('circle.wrong.zone'),
    },
    send: async (body) => {
      const made = await create.mutateAsync({ body })
      await navigate({ to: '/circles/$circleId', params: { circleId: made.id } })
    },
  })
  return (
    <form className="new-circle-form" onSubmit={submit} noValidate>
      <TextInput
        label={t('circle.new.name')}
        placeholder={t('circle.new.nameExample')}
        {...form.getInputProps('name')}
      />
      <PurposeField value={form.values.purpose} input={form.getInputProps('purpose')} />
      <Radio.Group label={t('circle.new.who')} {...form.getInputProps('visibility')}>
        <Radio
          mt={10}
          value="open"
          label={t('circle.new.openCircle')}
          description={t('circle.new.openAbout')}
        />
        <Radio
          mt={10}
          value="confidential"
          label={t('circle.new.confidential')}
          description={t('circle.new.confidentialAbout')}
        />
      </Radio.Group>
      <ZoneSelect
        {...form.getInputProps('timeZone')}
        label={t('circle.new.zone')}
        description={t('circle.new.zoneAbout')}
      />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <Button type="submit" variant="filled" loading={pending}>
        {t('circle.new.do')}
      </Button>
    </form>
  )
}
