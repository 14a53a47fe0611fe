import { computePosition, flip, offset, shift } from '@floating-ui/dom'
import { CAPTURE_KINDS, type CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { type Icon, IconBold, IconCode, IconItalic, IconLink, IconStrikethrough } from '@tabler/icons-react'
import { type Editor, posToDOMRect } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { kindIcons } from '../../ui/kind/kinds.ts'
import { LinkForm } from './link-form.tsx'

type MarkName = 'bold' | 'italic' | 'strike' | 'code' | 'link'

const MARKS: readonly { readonly name: MarkName; readonly icon: Icon; readonly keys?: string }[] = [
  { name: 'bold', icon: IconBold, keys: 'Control+B' },
  { name: 'italic', icon: IconItalic, keys: 'Control+I' },
  { name: 'strike', icon: IconStrikethrough, keys: 'Control+Shift+S' },
  { name: 'code', icon: IconCode, keys: 'Control+E' },
  { name: 'link', icon: IconLink, keys: 'Control+K' },
]

interface ToolbarProps {
  readonly editor: Editor
  /** Makes what is selected captures of a kind. */
  readonly onCapture: (kind: CaptureKind) => void
  readonly toolbar: RefObject<HTMLDivElement | null>
  readonly isLinking: boolean
  readonly setLinking: (isLinking: boolean) => void
}

/** The format bar above a selection: pressed by mouse, reached by Alt-F10, left by Escape. */
export function Toolbar({ editor, onCapture, toolbar, isLinking, setLinking }: ToolbarProps) {
  const { t } = useTranslation()
  const { isSelected, address, from, to, active } = useLook(editor, isLinking)
  const box = useRef<HTMLDivElement>(null)
  const isShown = isLinking || isSelected
  useLayoutEffect(() => {
    void place(editor, box.current, { from, to }, isLinking ? 'bottom-start' : 'top')
  })
  if (!isShown) return null

  const close = () => {
    setLinking(false)
    editor.commands.focus()
  }
  const press = (name: MarkName) => {
    if (name === 'link') setLinking(true)
    else editor.chain().focus().toggleMark(name).run()
  }
  const chain = () => editor.chain().focus().extendMarkRange('link')

  return (
    <div className="doc-bubble" ref={box}>
      {isLinking ? (
        <div role="dialog" aria-label={t('editor.linkForm.title')}>
          <LinkForm
            address={address}
            onCancel={close}
            onRemove={() => {
              chain().unsetLink().run()
              close()
            }}
            onSave={(href) => {
              setAddress(editor, href)
              close()
            }}
          />
        </div>
      ) : (
        <div
          role="toolbar"
          tabIndex={-1}
          aria-label={t('editor.format.toolbar')}
          ref={toolbar}
          onKeyDown={(event) => travel(event, close)}
        >
          {MARKS.map(({ name, icon: Sign, keys }, index) => (
            <button
              key={name}
              type="button"
              tabIndex={index === 0 ? 0 : -1}
              aria-label={t(`editor.format.${name}`)}
              aria-pressed={active.includes(name)}
              aria-keyshortcuts={keys}
              title={t(`editor.format.${name}`)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => press(name)}
            >
              <Sign size={18} stroke={1.5} aria-hidden />
            </button>
          ))}
          <span className="doc-bubble-kinds">
            {CAPTURE_KINDS.map((kind, index) => (
              <KindButton key={kind} kind={kind} digit={index + 1} onPress={() => onCapture(kind)} />
            ))}
          </span>
        </div>
      )}
    </div>
  )
}

interface KindButtonProps {
  readonly kind: CaptureKind
  readonly digit: number
  readonly onPress: () => void
}

/** "Make this a decision" */
function KindButton({ kind, digit, onPress }: KindButtonProps) {
  const { t } = useTranslation()
  const Sign = kindIcons[kind]
  const label = t('editor.format.capture', { kind: t(`ui.kind.${kind}`) })
  return (
    <button
      type="button"
      className={`kind-${kind}`}
      tabIndex={-1}
      aria-label={label}
      aria-keyshortcuts={`Control+Alt+${digit}`}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Sign size={18} stroke={1.5} aria-hidden />
    </button>
  )
}

/** Nothing of what is not shown, so that nothing is drawn anew for each letter. */
const NOTHING = { isSelected: false, address: '', from: 0, to: 0, active: [] }

const useLook = (editor: Editor, isLinking: boolean) =>
  useEditorState({
    editor,
    selector: ({ editor }) => {
      const { empty, from, to, $from } = editor.state.selection
      const isSelected =
        editor.isEditable && !empty && $from.parent.inlineContent && !$from.parent.type.spec.code
      if (!isSelected && !isLinking) return NOTHING
      const href: unknown = editor.getAttributes('link')['href']
      return {
        isSelected,
        address: typeof href === 'string' ? href : '',
        from,
        to,
        active: MARKS.map(({ name }) => name).filter((name) => editor.isActive(name)),
      }
    },
  })

/** Without a selection and without a link at the caret, the address itself is written as the text. */
const setAddress = (editor: Editor, href: string): void => {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run()
  } else editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
}

const travel = (event: KeyboardEvent<HTMLDivElement>, close: () => void): void => {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
  const at = buttons.findIndex((button) => button.matches(':focus'))
  if (event.key === 'Escape') {
    event.stopPropagation()
    close()
  } else if (step !== 0) {
    event.preventDefault()
    buttons.at((at + step) % buttons.length)?.focus()
  }
}

const place = async (
  editor: Editor,
  box: HTMLElement | null,
  { from, to }: { readonly from: number; readonly to: number },
  placement: 'bottom-start' | 'top',
): Promise<void> => {
  if (!box) return
  const anchor = {
    getBoundingClientRect: () => posToDOMRect(editor.view, from, to),
    contextElement: editor.view.dom,
  }
  const { x, y } = await computePosition(anchor, box, {
    strategy: 'fixed',
    placement,
    middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8 })],
  })
  box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}
