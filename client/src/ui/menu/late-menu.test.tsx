import { MantineProvider, Menu } from '@mantine/core'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { LateMenu } from './late-menu.tsx'

const onPick = vi.fn<() => void>()
const listens = vi.spyOn(document, 'addEventListener')

const renderMenus = (count: number) =>
  render(
    <MantineProvider env="test">
      {Array.from({ length: count }, (_, index) => (
        <LateMenu key={String(index)} label={`What to do with ${index}`} width={240}>
          <Menu.Item onClick={onPick}>Pick</Menu.Item>
        </LateMenu>
      ))}
    </MantineProvider>,
  )
const button = (index: number) => screen.getByRole('button', { name: `What to do with ${index}` })

beforeEach(() => {
  onPick.mockClear()
  listens.mockClear()
})

it('listens to nothing in the page until it is opened', async () => {
  renderMenus(5)
  expect(button(0)).toHaveAttribute('aria-haspopup', 'menu')
  expect(listens.mock.calls.filter(([type]) => type === 'keydown' || type === 'mousedown')).toEqual([])
  await userEvent.click(button(2))
  expect(listens.mock.calls.map(([type]) => type)).toContain('mousedown')
})

it('opens by the first click, gives its items, and the focus back when Escape closes it', async () => {
  renderMenus(1)
  await userEvent.click(button(0))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Pick' }))
  expect(onPick).toHaveBeenCalledOnce()
  await userEvent.click(button(0))
  await screen.findByRole('menuitem', { name: 'Pick' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(button(0)).toHaveFocus())
  expect(screen.queryByRole('menuitem')).toBeNull()
})

it('opens by keys alone', async () => {
  renderMenus(1)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByRole('menuitem', { name: 'Pick' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(button(0)).toHaveFocus())
})
