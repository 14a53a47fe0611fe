import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { useTranslation } from 'react-i18next'
import { kindIcons } from './kinds.ts'
import './kind.css'

interface KindProps {
  readonly kind: CaptureKind
  readonly size?: number
}

/** The sign alone; where no word stands beside it, `label` says the word. */
export function KindIcon({ kind, size = 16, label = false }: KindProps & { readonly label?: boolean }) {
  const { t } = useTranslation()
  const Sign = kindIcons[kind]
  const named = label ? { role: 'img', 'aria-label': t(`ui.kind.${kind}`) } : { 'aria-hidden': true }
  return <Sign className={`kind-${kind} kind-icon`} size={size} stroke={1.5} {...named} />
}

/** Sign and word in the kind's hue. */
export function KindLabel({ kind, size = 15 }: KindProps) {
  const { t } = useTranslation()
  return (
    <span className={`kind-${kind} kind-label`}>
      <KindIcon kind={kind} size={size} />
      {t(`ui.kind.${kind}`)}
    </span>
  )
}

/** Sign and word in an edge: filters, menus, search; never inside a text. */
export function KindChip({ kind, size = 14 }: KindProps) {
  const { t } = useTranslation()
  return (
    <span className={`kind-${kind} kind-chip`}>
      <KindIcon kind={kind} size={size} />
      {t(`ui.kind.${kind}`)}
    </span>
  )
}
