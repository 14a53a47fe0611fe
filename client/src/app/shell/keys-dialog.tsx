import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutList } from '../../editor/keys/shortcut-list.tsx'
import { leadKeys } from '../../meeting/index.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { KeyList, modKey } from '../../ui/keys/key-list.tsx'
import { Section } from '../../ui/section/section.tsx'
import { historyKeys } from '../../version/index.ts'
import { hideKeys, keysOpened, watchKeys } from './keys-store.ts'
import './keys-dialog.css'

/** Every key of the product, by where it works. */
export function KeysDialog() {
  const { t } = useTranslation()
  const opened = useSyncExternalStore(watchKeys, keysOpened)
  return (
    <Dialog opened={opened} onClose={hideKeys} title={t('app.keys.open')} size={480}>
      <div className="keys-dialog">
        <Section level={3} title={t('app.keys.everywhere')}>
          <KeyList
            lines={[
              [['/', `${modKey()} K`], t('app.keys.search')],
              ['Tab', t('app.keys.next')],
              ['Enter', t('app.keys.press')],
              ['Esc', t('app.keys.close')],
            ]}
          />
        </Section>
        <Section level={3} title={t('app.keys.writing')}>
          <KeyList
            lines={[
              ['@', t('app.keys.mention')],
              [`${modKey()} Enter`, t('app.keys.send')],
            ]}
          />
        </Section>
        <Section level={3} title={t('app.keys.planning')}>
          <KeyList lines={[['Alt ↑ ↓', t('app.keys.move')]]} />
        </Section>
        <Section level={3} title={t('meeting.pace.keys.title')}>
          <KeyList
            lines={[
              [leadKeys.next, t('meeting.pace.keys.next')],
              [leadKeys.back, t('meeting.pace.keys.back')],
              [leadKeys.extend, t('meeting.pace.keys.extend')],
              [leadKeys.pause, t('meeting.pace.keys.pause')],
              ['Alt ↑ ↓', t('meeting.pace.keys.move')],
            ]}
          />
        </Section>
        <Section level={3} title={t('version.history')}>
          <KeyList
            lines={[
              [historyKeys, t('version.keys.open')],
              ['↑ ↓', t('version.keys.list')],
            ]}
          />
        </Section>
        <Section level={3} title={t('app.keys.editor')}>
          <ShortcutList />
        </Section>
      </div>
    </Dialog>
  )
}
