import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'
import type { Editor } from '@tiptap/core'
import { Fragment, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../../ui/kind/kind.tsx'
import type { Menu } from './menu.ts'
import type { MenuItem } from './menu-item.ts'
import { askedIn, LIST_ID, optionId } from './menu-plugin.ts'
import type { MenuState } from './menu-state.ts'

interface MenuListProps {
  readonly menu: Menu
  readonly editor: Editor
}

/** The open menu, below the sign that opened it; the caret stays in the text, and the list says what is active. */
export function MenuList({ menu, editor }: MenuListProps) {
  const state = useSyncExternalStore(menu.subscribe, menu.snapshot)
  return (
    <>
      <Spoken state={state} />
      {state ? <OpenList state={state} menu={menu} editor={editor} /> : null}
    </>
  )
}

function Spoken({ state }: { readonly state: MenuState<MenuItem> | undefined }) {
  const { t } = useTranslation()
  const active = state?.items[state.active]?.words
  const words = () => {
    if (!state || state.phase === 'loading') return ''
    return active ? t('editor.menu.count', { count: state.items.length, active }) : t('editor.menu.none')
  }
  return (
    <span role="status" aria-live="polite" className="visually-hidden">
      {words()}
    </span>
  )
}

function OpenList({ state, menu, editor }: MenuListProps & { readonly state: MenuState<MenuItem> }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  usePlaced(box, editor)
  useEffect(() => {
    box.current?.querySelector(`#${optionId(state.active)}`)?.scrollIntoView({ block: 'nearest' })
  }, [state.active])

  return (
    <div className="doc-menu" ref={box}>
      <div
        role="listbox"
        id={LIST_ID}
        aria-label={t(`editor.menu.${state.kind}`)}
        aria-busy={state.phase === 'loading'}
      >
        {state.items.map((item, index) => (
          <Fragment key={item.id}>
            {item.group === state.items[index - 1]?.group || state.kind !== 'slash' ? null : (
              <div className="doc-menu-group" role="presentation">
                {t(`editor.menu.${item.group}`)}
              </div>
            )}
            <div
              role="option"
              tabIndex={-1}
              id={optionId(index)}
              aria-selected={index === state.active}
              className="doc-menu-item"
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => menu.point(index)}
              onMouseUp={() => menu.take(index)}
            >
              <Sign item={item} />
              <span>{item.words}</span>
              {item.hint ? <small>{item.hint}</small> : null}
            </div>
          </Fragment>
        ))}
      </div>
      {state.items.length > 0 ? null : (
        <p className="doc-menu-empty">
          {t(state.phase === 'loading' ? 'editor.menu.loading' : 'editor.menu.none')}
        </p>
      )}
    </div>
  )
}

function Sign({ item }: { readonly item: MenuItem }) {
  if (item.capture) return <KindIcon kind={item.capture} size={18} />
  if (item.face) {
    return (
      <span className="doc-face" data-person={item.face.colour} aria-hidden>
        {item.face.initials}
      </span>
    )
  }
  return item.icon ? <item.icon size={18} stroke={1.5} aria-hidden /> : <span />
}

/** Keeps the list below the sign, above it where there is no room, and inside the window. */
function usePlaced(box: React.RefObject<HTMLDivElement | null>, editor: Editor): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const anchor = { getBoundingClientRect: () => signBox(editor), contextElement: editor.view.dom }
    const place = async () => {
      const { x, y } = await computePosition(anchor, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(6),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => {
              element.style.maxBlockSize = `${Math.max(120, Math.min(360, availableHeight))}px`
            },
          }),
        ],
      })
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    }
    return autoUpdate(anchor, element, () => void place())
  }, [box, editor])
}

const signBox = (editor: Editor): DOMRect => {
  const from = askedIn(editor.state)?.from ?? editor.state.selection.from
  const { left, top, bottom } = editor.view.coordsAtPos(Math.min(from, editor.state.doc.content.size))
  return new DOMRect(left, top, 0, bottom - top)
}
