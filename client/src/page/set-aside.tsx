import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../platform/hand-over.ts'
import { type DocumentHandle, useSetAside } from '../sync/index.ts'

/** What somebody wrote into a state of the page that is no more: theirs to take, until they have. */
export function SetAside({ handle }: { readonly handle: DocumentHandle }) {
  const { t } = useTranslation()
  const { text, drop } = useSetAside(handle)
  const [isCopied, setCopied] = useState(false)
  if (text === undefined) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <section className="document-notice" aria-label={t('page.setAside.title')}>
      <span>
        <b>{t('page.setAside.title')}.</b> {t('page.setAside.about')}
      </span>
      <textarea
        readOnly
        rows={Math.min(12, text.split('\n').length + 1)}
        value={text}
        aria-label={t('page.setAside.title')}
      />
      <div className="document-notice-actions">
        <Button size="compact-sm" onClick={() => void copy().catch(() => {})}>
          {t(isCopied ? 'page.setAside.copied' : 'page.setAside.copy')}
        </Button>
        <Button size="compact-sm" onClick={() => saveFile(t('page.setAside.file'), text)}>
          {t('page.setAside.download')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={drop}>
          {t('page.setAside.done')}
        </Button>
      </div>
    </section>
  )
}
