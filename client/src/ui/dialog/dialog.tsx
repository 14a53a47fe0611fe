import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './dialog.css'

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** A question or a name; read out when the dialog opens. */
  readonly title: string
  readonly children: ReactNode
  readonly size?: string | number
}

/** A dialog with a name; Escape, the cross and a click outside close it, and the focus goes back. */
export function Dialog({ opened, onClose, title, children, size = 440 }: DialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      // Its head is a `header`, which would count as the page's own: the window's role hides that it stands in a section.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ content: 'dialog', title: 'dialog-title', header: 'dialog-header' }}
    >
      {children}
    </Modal>
  )
}

interface ConfirmProps extends Omit<DialogProps, 'children' | 'size'> {
  /** What follows from it, and whether it can be taken back. */
  readonly children: ReactNode
  /** The verb: "Hand over". */
  readonly yes: string
  /** Staying as it is: "Keep it". */
  readonly no: string
  readonly onYes: () => void
  readonly danger?: boolean
  readonly busy?: boolean
}

/** Asks before something that others feel. */
export function Confirm({ yes, no, onYes, danger = false, busy = false, children, ...dialog }: ConfirmProps) {
  return (
    <Dialog {...dialog}>
      <div className="soft">{children}</div>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="subtle" onClick={dialog.onClose} data-autofocus>
          {no}
        </Button>
        <Button variant={danger ? 'danger' : 'filled'} loading={busy} onClick={onYes}>
          {yes}
        </Button>
      </Group>
    </Dialog>
  )
}
