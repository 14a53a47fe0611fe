import { CAPTURE_KINDS } from '@rondo/shared/document/capture-kinds.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type KeyLine, KeyList, modKey } from '../../ui/keys/key-list.tsx'

/** The keys of the editor, for its own help and for a page of all keys. */
export function ShortcutList() {
  const { t } = useTranslation()
  return <KeyList lines={shortcuts(t)} />
}

const shortcuts = (t: TFunction): KeyLine[] => {
  const mod = modKey()
  return [
    ['/', t('editor.keys.menu')],
    ['@', t('editor.keys.mention')],
    ['[[', t('editor.keys.link')],
    ...CAPTURE_KINDS.map(
      (kind, index): KeyLine => [
        `${mod} Alt ${index + 1}`,
        t('editor.keys.capture', { kind: t(`ui.kind.${kind}`) }),
      ],
    ),
    [`${mod} Enter`, t('editor.keys.tick')],
    [`${mod} B`, t('editor.format.bold')],
    [`${mod} I`, t('editor.format.italic')],
    [`${mod} E`, t('editor.format.code')],
    [`${mod} K`, t('editor.keys.linkAddress')],
    ['Alt F10', t('editor.keys.toolbar')],
    [`${mod} Z`, t('editor.keys.undo')],
    ['Esc', t('editor.keys.leave')],
    [`${mod} /`, t('editor.keys.help')],
  ]
}
