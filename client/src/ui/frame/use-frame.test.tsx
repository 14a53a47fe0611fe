import { render } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { type Frame, FrameContext } from './frame.ts'
import { useFrame } from './use-frame.ts'

function Screen({ name }: { readonly name: string }) {
  useFrame({ crumbs: [{ label: name }], writes: true })
  return null
}

it('tells the shell once, and again only when something is different', () => {
  const show = vi.fn<(frame: Frame) => void>()
  const at = (name: string) => (
    <FrameContext value={show}>
      <Screen name={name} />
    </FrameContext>
  )
  const { rerender } = render(at('Library'))
  rerender(at('Library'))
  expect(show).toHaveBeenCalledTimes(1)
  rerender(at('Words we use'))
  expect(show).toHaveBeenLastCalledWith({ crumbs: [{ label: 'Words we use' }], writes: true })
})
