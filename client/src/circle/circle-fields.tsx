import { Radio, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { ZoneSelect } from '../account/index.ts'
import { PurposeField } from './purpose-field.tsx'
import { SizeSelect } from './size-select.tsx'

/** What a host says of a circle. */
export type Described = Pick<Circle, 'name' | 'purpose' | 'visibility' | 'timeZone' | 'seatLimit'>

interface CircleFieldsProps {
  readonly form: UseFormReturnType<Described>
  /** What choosing another visibility would do. */
  readonly aboutVisibility?: string
}

/** Name, purpose, who may see it, and whose clock counts. */
export function CircleFields({ form, aboutVisibility }: CircleFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('circle.new.name')}
        placeholder={t('circle.new.nameExample')}
        {...form.getInputProps('name')}
      />
      <PurposeField value={form.values.purpose} input={form.getInputProps('purpose')} />
      <div>
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
        <p className="circle-visibility-note" role="status">
          {aboutVisibility}
        </p>
      </div>
      <SizeSelect
        value={form.values.seatLimit}
        onChange={(limit) => form.setFieldValue('seatLimit', limit)}
      />
      <ZoneSelect
        {...form.getInputProps('timeZone')}
        label={t('circle.new.zone')}
        description={t('circle.new.zoneAbout')}
      />
    </>
  )
}

/** What each field asks for, to stand under it when it is not right. */
export const useCircleWords = (): Record<keyof Described, string> => {
  const { t } = useTranslation()
  return {
    name: t('circle.wrong.name'),
    purpose: t('circle.wrong.purpose'),
    visibility: t('circle.wrong.visibility'),
    timeZone: t('circle.wrong.zone'),
    seatLimit: t('circle.wrong.seatLimit'),
  }
}
