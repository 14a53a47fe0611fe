import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A clause while it is written; the key stays with it wherever it is moved. */
export interface DraftClause {
  readonly key: number
  readonly text: string
}

interface ClauseFieldsProps {
  readonly clauses: readonly DraftClause[]
  readonly onChange: (clauses: readonly DraftClause[]) => void
}

const MOST = 20
const sign = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
const quiet = { variant: 'subtle', color: 'var(--c-ink-2)', size: 32 } as const

export const draftOf = (clauses: readonly string[]): readonly DraftClause[] =>
  clauses.map((text, key) => ({ key, text }))

/** The sentences in order: written, moved, taken out, one more. */
export function ClauseFields({ clauses, onChange }: ClauseFieldsProps) {
  const { t } = useTranslation()
  const move = (index: number, by: 1 | -1) => {
    const [moved] = clauses.slice(index, index + 1)
    const others = clauses.filter((_, at) => at !== index)
    if (moved !== undefined) onChange(others.toSpliced(index + by, 0, moved))
  }
  const add = () =>
    onChange([...clauses, { key: Math.max(-1, ...clauses.map(({ key }) => key)) + 1, text: '' }])
  return (
    <div className="clause-fields">
      <ol>
        {clauses.map(({ key, text }, index) => {
          const number = index + 1
          return (
            <li key={key}>
              <Textarea
                autosize
                minRows={1}
                aria-label={t('circle.agreement.clause', { number })}
                value={text}
                onChange={(event) => onChange(clauses.with(index, { key, text: event.currentTarget.value }))}
              />
              <div className="clause-buttons">
                <ActionIcon
                  {...quiet}
                  aria-label={t('circle.agreement.up', { number })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp {...sign} />
                </ActionIcon>
                <ActionIcon
                  {...quiet}
                  aria-label={t('circle.agreement.down', { number })}
                  disabled={number === clauses.length}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown {...sign} />
                </ActionIcon>
                <ActionIcon
                  {...quiet}
                  aria-label={t('circle.agreement.remove', { number })}
                  onClick={() => onChange(clauses.filter((one) => one.key !== key))}
                >
                  <IconX {...sign} />
                </ActionIcon>
              </div>
            </li>
          )
        })}
      </ol>
      {clauses.length < MOST ? (
        <Button variant="subtle" leftSection={<IconPlus {...sign} />} onClick={add}>
          {t('circle.agreement.add')}
        </Button>
      ) : null}
    </div>
  )
}
