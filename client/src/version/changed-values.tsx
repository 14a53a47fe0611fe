import { isDueDate } from '@rondo/shared/document/attributes.ts'
import { isCaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Shape } from '@rondo/shared/version/model.ts'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords } from '../ui/time/time-words.ts'
import type { References } from './use-references.ts'

/** Values of a block that its words do not say, in the order in which they are told. */
const TOLD = ['type', 'level', 'kind', 'who', 'due', 'done', 'dropped', 'minutes', 'lead'] as const
type Told = (typeof TOLD)[number]

interface ChangedValuesProps {
  readonly was: Shape
  readonly is: Shape
  readonly references: References
}

/** What changed about a block besides its words: who takes it, when it is due, whether it is done. */
export function ChangedValues({ was, is, references }: ChangedValuesProps) {
  const { t } = useTranslation()
  const words = useValueWords(references)
  const changed = TOLD.filter((value) => valueIn(was, value) !== valueIn(is, value))
  if (changed.length === 0) return null
  return (
    <ul className="change-values">
      {changed.map((value) => (
        <li key={value}>
          {t(`version.value.${value}`)}: <del>{words(value, was)}</del> <ins>{words(value, is)}</ins>
        </li>
      ))}
    </ul>
  )
}

const valueIn = (shape: Shape, value: Told) => {
  if (value === 'type') return shape.type
  if (value === 'done') return shape.item?.done ?? shape.attributes['done'] ?? null
  return shape.attributes[value] ?? null
}

function useValueWords(references: References): (value: Told, shape: Shape) => string {
  const { t } = useTranslation()
  const { locale } = useReader()
  return (name, shape) => {
    const value = valueIn(shape, name)
    if (value === null) return t('version.value.none')
    switch (name) {
      case 'type':
        return t(`version.block.${shape.type}`, { defaultValue: t('version.block.paragraph') })
      case 'kind':
        return isCaptureKind(value) ? t(`ui.kind.${value}`) : String(value)
      case 'who':
      case 'lead':
        return references.member(value)
      case 'due':
        return isDueDate(value) ? dateWords(value, locale) : String(value)
      case 'done':
        return t(value === true ? 'version.value.isDone' : 'version.value.isOpen')
      default:
        return String(value)
    }
  }
}
