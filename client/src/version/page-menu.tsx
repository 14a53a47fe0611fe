import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { IconBookmark, IconDots, IconHistory } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useWho } from '../account/index.ts'
import { MarkdownItems, ReplaceDialog } from '../markdown/index.ts'
import { useFacts } from '../platform/use-live.ts'
import { historyKeys } from './history-keys.ts'
import { NameDialog } from './name-dialog.tsx'
import './page-menu.css'

interface PageMenuProps {
  readonly pageId: PageId
  readonly mayWrite: boolean
}

/** What can be done with a page as a whole. While it is on screen its reader hears when somebody restored it. */
export function PageMenu({ pageId, mayWrite }: PageMenuProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isNaming, setNaming] = useState(false)
  const [isReplacing, setReplacing] = useState(false)
  const toHistory = () => void navigate({ to: '/pages/$pageId/history', params: { pageId } })
  useHistoryKey(toHistory)
  useRestoredNotice(pageId)
  return (
    <>
      <Menu position="bottom-end" width={296}>
        <Menu.Target>
          <ActionIcon
            className="page-menu"
            variant="subtle"
            size={32}
            color="var(--c-ink-3)"
            aria-label={t('version.menu')}
            title={t('version.menu')}
          >
            <IconDots size={20} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconHistory size={18} stroke={1.5} aria-hidden="true" />}
            rightSection={<kbd className="page-menu-keys">{historyKeys}</kbd>}
            onClick={toHistory}
          >
            {t('version.history')}
          </Menu.Item>
          {mayWrite ? (
            <Menu.Item
              leftSection={<IconBookmark size={18} stroke={1.5} aria-hidden="true" />}
              onClick={() => setNaming(true)}
            >
              {t('version.name.now')}
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          <MarkdownItems pageId={pageId} {...(mayWrite ? { onReplace: () => setReplacing(true) } : {})} />
        </Menu.Dropdown>
      </Menu>
      <ReplaceDialog
        pageId={pageId}
        opened={isReplacing}
        onClose={() => setReplacing(false)}
        onHistory={toHistory}
      />
      <NameDialog
        pageId={pageId}
        opened={isNaming}
        onClose={() => setNaming(false)}
        onNamed={({ name }) => notifications.show({ message: t('version.name.done', { name }) })}
      />
    </>
  )
}

/** By its place on the keyboard: with Alt, some layouts type another letter there. */
function useHistoryKey(open: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== 'KeyH') return
    event.preventDefault()
    open()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}

/** Tells whoever has the page open that somebody else brought an older version back, or a file in its place. */
function useRestoredNotice(pageId: PageId): void {
  const { t } = useTranslation()
  const who = useWho()
  const me = useMe()?.id
  useFacts((fact) => {
    if (fact.name !== 'page.restored' && fact.name !== 'page.replaced') return
    if (fact.payload.pageId !== pageId || fact.payload.by === me) return
    const words = fact.name === 'page.restored' ? 'version.restored.byOther' : 'markdown.replace.byOther'
    notifications.show({ message: t(words, { name: who(fact.payload.by).shown }) })
  })
}
