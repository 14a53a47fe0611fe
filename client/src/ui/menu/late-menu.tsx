import { ActionIcon, type ActionIconProps, type ElementProps, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'

interface LateMenuProps {
  /** What it is a menu of. */
  readonly label: string
  readonly className?: string
  /** In pixels. */
  readonly width: number
  /** Its items. */
  readonly children: ReactNode
}

/**
 * A menu behind three dots that is made when it is first opened. Each menu listens to every key and click of the page,
 * so a list of two hundred would be heard with each letter that somebody types.
 */
export function LateMenu({ width, children, ...dots }: LateMenuProps) {
  const [isMade, setMade] = useState(false)
  if (!isMade)
    return <Dots {...dots} aria-haspopup="menu" aria-expanded={false} onClick={() => setMade(true)} />
  return (
    <OpenedMenu {...dots} width={width}>
      {children}
    </OpenedMenu>
  )
}

function OpenedMenu({ width, children, ...dots }: LateMenuProps) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // It stands in for the button that was pressed: the focus goes back there when the menu closes.
    button.current?.focus()
    queueMicrotask(() => setOpened(true))
  }, [])
  return (
    <Menu position="bottom-end" width={width} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Dots {...dots} ref={button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

type DotsProps = Pick<LateMenuProps, 'label'> &
  ActionIconProps &
  ElementProps<'button', keyof ActionIconProps> & { readonly ref?: Ref<HTMLButtonElement> }

function Dots({ label, ...button }: DotsProps) {
  return (
    <ActionIcon variant="subtle" size={24} color="var(--c-ink-3)" aria-label={label} {...button}>
      <IconDots size={18} stroke={1.5} aria-hidden="true" />
    </ActionIcon>
  )
}
