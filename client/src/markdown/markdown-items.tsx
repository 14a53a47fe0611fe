import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { IconCopy, IconDownload, IconPrinter, IconReplace } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { copy, saveFile } from '../platform/hand-over.ts'
import { fetchFile } from './queries.ts'

interface MarkdownItemsProps {
  readonly pageId: PageId
  /** Absent for whoever may only read. */
  readonly onReplace?: () => void
}

/** Ways to take a page along: as a file, on the clipboard, on paper; and the way back. */
export function MarkdownItems({ pageId, onReplace }: MarkdownItemsProps) {
  const { t } = useTranslation()
  const say = (message: string) => notifications.show({ message })
  const download = async () => {
    const { fileName, text } = await fetchFile(pageId)
    saveFile(fileName, text, 'text/markdown')
  }
  const copyText = async () => {
    await copy({ plain: fetchFile(pageId).then(({ text }) => text) })
    say(t('markdown.copied'))
  }
  return (
    <>
      <Menu.Item
        leftSection={<IconDownload size={18} stroke={1.5} aria-hidden="true" />}
        onClick={() => void download().catch(() => say(t('markdown.failed')))}
      >
        {t('markdown.export')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={18} stroke={1.5} aria-hidden="true" />}
        onClick={() => void copyText().catch(() => say(t('markdown.notCopied')))}
      >
        {t('markdown.copy')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('markdown.print')}
      </Menu.Item>
      {onReplace === undefined ? null : (
        <Menu.Item
          leftSection={<IconReplace size={18} stroke={1.5} aria-hidden="true" />}
          onClick={onReplace}
        >
          {t('markdown.replace.open')}
        </Menu.Item>
      )}
    </>
  )
}
