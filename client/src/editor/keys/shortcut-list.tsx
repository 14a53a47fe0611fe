import { CAPTURE_KINDS } from '@rondo/shared/document/capture-kinds.ts'
import { isMacOS } from '@tiptap/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** The keys of the editor, for its own help and for a page of all keys. */
export function ShortcutList() {
  const { t } = useTranslation()
  return (
    <dl className="doc-keys">
      {shortcuts(t).map(([keys, words]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

const shortcuts = (t: TFunction): [string, string][] => {
  const mod = isMacOS() ? '⌘' : 'Ctrl'
  return [
    ['/', t('editor.keys.menu')],
    ['@', t('editor.keys.mention')],
    ['[[', t('editor.keys.link')],
    ...CAPTURE_KINDS.map((kind, index): [string, string] => [
      `${mod} Alt ${index + 1}`,
      t('editor.keys.capture', { kind: t(`ui.kind.${kind}`) }),
    ]),
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
