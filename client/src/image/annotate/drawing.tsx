import { Button, Group } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useEffect, useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Board } from './board.tsx'
import { inTheMiddle, type ShapeKind, type Shapes } from './shapes.ts'
import { emptySketch, nextId, nextSketch, type SketchEvent } from './sketch.ts'
import { Toolbar } from './toolbar.tsx'
import type { Picture } from './use-picture.ts'

interface DrawingProps {
  readonly picture: Picture
  readonly alt: string
  readonly isBusy: boolean
  /** Why it could not be saved. */
  readonly problem: string | undefined
  readonly onDirty: (isDirty: boolean) => void
  readonly onCancel: () => void
  readonly onSave: (shapes: Shapes) => void
}

/** Tools, the board, and what becomes of it. */
export function Drawing({ picture, alt, isBusy, problem, onDirty, onCancel, onSave }: DrawingProps) {
  const { t } = useTranslation()
  const [sketch, tell] = useReducer(nextSketch, emptySketch)
  const [tool, setTool] = useState<ShapeKind>('arrow')
  const frame = useRef<HTMLDivElement>(null)
  const placed = useRef<number>(undefined)
  const isDirty = sketch.shapes.length > 0
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  useEffect(() => {
    if (placed.current === undefined) return
    frame.current?.querySelector<SVGGElement>(`g[data-shape="${placed.current}"]`)?.focus()
    placed.current = undefined
  })
  const place = (kind: ShapeKind) => {
    placed.current = nextId(sketch)
    tell({ type: 'added', shape: inTheMiddle(placed.current, kind, picture, t('image.annotate.textFirst')) })
  }
  // Nothing else is there while the dialog is open.
  useWindowEvent('keydown', (event) => {
    const back = wayBack(event)
    if (back === undefined || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    tell(back)
  })
  return (
    <div ref={frame} className="annotate">
      <Toolbar sketch={sketch} tool={tool} onTool={setTool} onPlace={place} tell={tell} />
      <Board picture={picture} alt={alt} sketch={sketch} tool={tool} tell={tell} />
      <p className="annotate-help">{t('image.annotate.help')}</p>
      {sketch.shapes.some(({ kind }) => kind === 'blur') || tool === 'blur' ? (
        <p className="annotate-help strong">{t('image.annotate.helpBlur')}</p>
      ) : null}
      {problem === undefined ? null : (
        <p role="alert" className="annotate-problem">
          {problem}
        </p>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" onClick={onCancel}>
          {t('image.annotate.cancel')}
        </Button>
        <Button variant="filled" loading={isBusy} disabled={!isDirty} onClick={() => onSave(sketch.shapes)}>
          {t('image.annotate.save')}
        </Button>
      </Group>
    </div>
  )
}

/** Ctrl or Cmd with Z, and with Shift and Z or with Y. */
const wayBack = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): SketchEvent | undefined => {
  const name = ctrlKey || metaKey ? key.toLowerCase() : ''
  if (name === 'y' || (name === 'z' && shiftKey)) return { type: 'redone' }
  return name === 'z' ? { type: 'undone' } : undefined
}
