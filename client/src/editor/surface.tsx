import { Modal } from '@mantine/core'
import { CAPTURE_KINDS } from '@rondo/shared/document/capture-kinds.ts'
import { EditorContent } from '@tiptap/react'
import {
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { kindIcons } from '../ui/kind/kinds.ts'
import type { Awareness } from './caret.ts'
import type { Doors } from './editor-extensions.ts'
import { ImageDialogs, type ImageDialogsHandle } from './images/image-dialogs.tsx'
import { ShortcutList } from './keys/shortcut-list.tsx'
import { makeCapture } from './keys/turn-into.ts'
import { MenuList } from './menu/menu-list.tsx'
import { scrollToBlock } from './scroll-to-block.ts'
import type { SegmentEndHosts } from './segment-ends.ts'
import { SpokenNotice } from './steps/spoken-notice.tsx'
import type { Spoken } from './steps/spoken-steps.ts'
import type { Surroundings } from './surroundings.ts'
import { Toolbar } from './toolbar/toolbar.tsx'
import { usePageEditor } from './use-page-editor.ts'
import { signId } from './views/capture-drawing.ts'
import type { CarryOverHosts } from './views/carry-over-hosts.ts'

/** What a screen may ask of the editor. */
export interface DocumentEditorHandle {
  /** Scrolls to a capture or segment, which glows once; false when the page does not hold it. */
  readonly scrollToBlock: (id: string) => boolean
  readonly focus: () => void
}

export interface SurfaceProps {
  readonly doc: Y.Doc
  readonly provider: { readonly awareness: Awareness }
  readonly editable: boolean
  readonly surroundings: Surroundings
  /** What a screen reader calls the page. */
  readonly label?: string | undefined
  /** Whether the carets of others are seen; off in quiet mode and while a circle reflects. */
  readonly showCarets?: boolean | undefined
  /** Where Escape moves the focus; the frame round the page otherwise. */
  readonly leaveTo?: (() => HTMLElement | null) | undefined
  readonly ref?: Ref<DocumentEditorHandle> | undefined
}

/** The page itself, its menus and its bar. */
export function Surface(props: SurfaceProps & { readonly onUnsafe: () => void }) {
  const { doc, provider, editable, surroundings, label, showCarets = true, leaveTo, ref, onUnsafe } = props
  const { t, i18n } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const dialogs = useRef<ImageDialogsHandle>(null)
  const [isInside, setInside] = useState(false)
  const [isLinking, setLinking] = useState(false)
  const [isHelping, setHelping] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [spoken, setSpoken] = useState<Spoken>()
  const leave = useRef(leaveTo)
  useEffect(() => {
    leave.current = leaveTo
  })

  const doors = useMemo(
    (): Doors => ({
      leave: () => (leave.current?.() ?? frame.current)?.focus(),
      openLink: () => setLinking(true),
      focusToolbar: () => toolbar.current?.querySelector('button')?.focus(),
      showKeys: () => setHelping(true),
      showImage: (image) => dialogs.current?.show(image),
      annotateImage: (image, position) => dialogs.current?.annotate(image, position),
    }),
    [],
  )
  const { editor, menu, hosts, ends } = usePageEditor({
    doc,
    awareness: provider.awareness,
    view: { ...surroundings, t, language: i18n.language, editable },
    label: label ?? t('editor.label'),
    doors,
    onCreateFailed: () => setFailed(true),
    onSpoken: setSpoken,
    onUnsafe,
  })
  useImperativeHandle(ref, () => ({
    scrollToBlock: (id) => !editor.isDestroyed && scrollToBlock(editor, id),
    focus: () => void editor.commands.focus(),
  }))

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether the focus is inside
    <div
      className="doc-frame"
      ref={frame}
      tabIndex={-1}
      data-carets={showCarets}
      onFocus={() => setInside(true)}
      onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
    >
      <Signs />
      <EditorContent editor={editor} />
      <CarryOver hosts={hosts} surroundings={surroundings} />
      <ImageDialogs ref={dialogs} editor={editor} doc={doc} images={surroundings.images} />
      <SegmentEnds ends={ends} surroundings={surroundings} />
      {editable ? (
        <>
          <MenuList menu={menu} editor={editor} />
          {isInside ? (
            <Toolbar
              editor={editor}
              onCapture={(kind) => makeCapture(editor, kind, surroundings.stamp())}
              toolbar={toolbar}
              isLinking={isLinking}
              setLinking={setLinking}
            />
          ) : null}
          {spoken ? (
            <SpokenNotice
              spoken={spoken}
              lookups={surroundings.lookups}
              onGiveBack={() => {
                setSpoken(undefined)
                editor.chain().focus().undo().run()
              }}
            />
          ) : null}
        </>
      ) : null}
      {hasFailed ? (
        <p role="status" className="doc-notice">
          {t('editor.menu.createFailed')}
        </p>
      ) : null}
      <Modal opened={isHelping} onClose={() => setHelping(false)} title={t('editor.keys.title')}>
        <ShortcutList />
      </Modal>
    </div>
  )
}

/** The signs of the captures, once; every capture in the page points at them. */
function Signs() {
  return (
    <svg className="doc-signs" aria-hidden>
      {CAPTURE_KINDS.map((kind) => {
        const Sign = kindIcons[kind]
        return (
          <symbol key={kind} id={signId(kind)} viewBox="0 0 24 24">
            <Sign stroke={1.5} />
          </symbol>
        )
      })}
    </svg>
  )
}

function CarryOver({
  hosts,
  surroundings,
}: {
  readonly hosts: CarryOverHosts
  readonly surroundings: Surroundings
}) {
  const places = useSyncExternalStore(hosts.subscribe, hosts.snapshot)
  return places.map((place, index) =>
    createPortal(surroundings.renderCarryOver?.() ?? null, place, `carry-over-${index}`),
  )
}

function SegmentEnds({
  ends,
  surroundings: { segmentEnds, renderSegmentEnd },
}: {
  readonly ends: SegmentEndHosts
  readonly surroundings: Surroundings
}) {
  return [...(segmentEnds ?? [])].map((id) => createPortal(renderSegmentEnd?.(id) ?? null, ends.of(id), id))
}
