import { Switch } from '@mantine/core'
import type { Choice } from '@rondo/shared/notify/model.ts'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { useChoices, useChoose } from './queries.ts'
import './notify.css'

/** Topic by topic: whether to be told here, and by mail. A change counts at once. */
export function ChoicesForm() {
  const { t } = useTranslation()
  const { data, error, refetch } = useChoices()
  const choose = useChoose()
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) return <TextSkeleton lines={5} />
  const { choices, mailTo } = data
  return (
    <>
      <table className="choices">
        <caption>
          {mailTo === null
            ? t('notify.choices.noMail')
            : `${t('notify.choices.mailTo', { email: mailTo })}. ${t('notify.choices.about')}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('notify.choices.what')}</th>
            <th scope="col">{t('notify.choices.here')}</th>
            {mailTo === null ? null : <th scope="col">{t('notify.choices.mail')}</th>}
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <ChoiceRow
              key={choice.topic}
              choice={choice}
              withMail={mailTo !== null}
              onChoose={(change) => choose.mutate({ body: { topic: choice.topic, ...change } })}
            />
          ))}
        </tbody>
      </table>
      {choose.error === null ? null : <RefusalNotice error={choose.error} />}
    </>
  )
}

interface ChoiceRowProps {
  readonly choice: Choice
  readonly withMail: boolean
  readonly onChoose: (change: { here?: boolean; mail?: boolean }) => void
}

function ChoiceRow({ choice, withMail, onChoose }: ChoiceRowProps) {
  const { t } = useTranslation()
  const topic = t(`notify.topic.${choice.topic}`)
  return (
    <tr>
      <th scope="row">{topic}</th>
      <td>
        <Switch
          aria-label={t('notify.choices.switchHere', { topic })}
          checked={choice.here}
          onChange={({ currentTarget }) => onChoose({ here: currentTarget.checked })}
        />
      </td>
      {withMail ? (
        <td>
          <Switch
            aria-label={t('notify.choices.switchMail', { topic })}
            checked={choice.mail}
            onChange={({ currentTarget }) => onChoose({ mail: currentTarget.checked })}
          />
        </td>
      ) : null}
    </tr>
  )
}
