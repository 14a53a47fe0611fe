import { Textarea, type TextareaProps } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

const MOST = 160

interface PurposeFieldProps {
  readonly value: string
  readonly input: Partial<TextareaProps>
}

/** The purpose in one breath, with what is left of its 160 characters. */
export function PurposeField({ value, input }: PurposeFieldProps) {
  const { t } = useTranslation()
  const counter = useId()
  const left = MOST - [...value.trim()].length
  return (
    <div className="new-circle-purpose">
      <Textarea
        label={t('circle.new.purpose')}
        description={t('circle.new.purposeAbout')}
        placeholder={t('circle.new.purposeExample')}
        autosize
        minRows={2}
        {...input}
        aria-describedby={counter}
      />
      <p id={counter} className="new-circle-count num" data-over={left < 0}>
        {left < 0 ? t('circle.new.over', { count: -left }) : t('circle.new.left', { count: left })}
      </p>
    </div>
  )
}
