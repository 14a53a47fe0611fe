import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Hold, isDrawn, pointOn, shapeUnder } from './pointing.ts'
import { pressedOn } from './pressing.ts'
import { ShapeStrokes, ShapeTarget, useShapeName } from './shape-view.tsx'
import { inside, isSpan, type Shape, type ShapeKind, unitOf } from './shapes.ts'
import { nextId, type Sketch, type SketchEvent } from './sketch.ts'
import type { Picture } from './use-picture.ts'

interface BoardProps {
  readonly picture: Picture
  readonly alt: string
  readonly sketch: Sketch
  readonly tool: ShapeKind
  readonly tell: (event: SketchEvent) => void
}

/** The picture with what is drawn on it: by mouse, finger and keys. */
export function Board({ picture, alt, sketch, tool, tell }: BoardProps) {
  const { t } = useTranslation()
  const nameOf = useShapeName()
  const board = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<{ readonly hold: Hold; readonly now: Shape }>()
  const unit = unitOf(picture)
  const shapes = withHeld(sketch.shapes, held?.now)
  const chosen = shapes.find(({ id }) => id === sketch.chosen)

  const pointOf = (event: PointerEvent) =>
    pointOn(event.currentTarget.getBoundingClientRect(), event, picture)
  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    const point = inside(pointOf(event), picture)
    const target = event.target instanceof Element ? event.target.closest('[data-shape]') : null
    const shape = sketch.shapes.find(({ id }) => String(id) === target?.getAttribute('data-shape'))
    const end = target?.getAttribute('data-end')
    const hold =
      holdOf(shape, end, point) ?? drawing(nextId(sketch), tool, point, t('image.annotate.textFirst'))
    event.currentTarget.setPointerCapture(event.pointerId)
    if (shape !== undefined) tell({ type: 'chosen', id: shape.id })
    setHeld({ hold, now: hold.shape })
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (held === undefined) return
    setHeld({ ...held, now: shapeUnder(held.hold, pointOf(event), picture) })
  }
  const letGo = () => {
    if (held === undefined) return
    setHeld(undefined)
    if (held.hold.kind !== 'draw') tell({ type: 'changed', shape: held.now })
    else if (isDrawn(held.now, unit)) tell({ type: 'added', shape: held.now })
    else tell({ type: 'chosen', id: undefined })
  }
  const keyDown = (event: KeyboardEvent, shape: Shape) => {
    const done = pressedOn(shape, event, picture)
    if (done === undefined) return
    event.preventDefault()
    tell(done)
    if (done.type === 'removed') board.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields
    <svg
      ref={board}
      className="annotate-board"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      role="group"
      aria-label={t('image.annotate.board', { text: alt })}
      tabIndex={-1}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={() => setHeld(undefined)}
    >
      <image href={picture.address} width={picture.width} height={picture.height} aria-hidden />
      {shapes.map((shape) => (
        // biome-ignore lint/a11y/useSemanticElements: there is no button in a drawing
        <g
          key={shape.id}
          data-shape={shape.id}
          role="button"
          tabIndex={0}
          aria-label={nameOf(shape, shapes)}
          aria-pressed={shape.id === sketch.chosen}
          onFocus={() => tell({ type: 'chosen', id: shape.id })}
          onKeyDown={(event) => keyDown(event, shape)}
        >
          <ShapeStrokes shape={shape} shapes={shapes} size={picture} />
          <ShapeTarget shape={shape} unit={unit} />
        </g>
      ))}
      {chosen !== undefined && isSpan(chosen)
        ? (['from', 'to'] as const).map((end) => (
            <circle
              key={end}
              className="annotate-handle"
              data-shape={chosen.id}
              data-end={end}
              cx={chosen[end].x}
              cy={chosen[end].y}
              r={9 * unit}
              strokeWidth={3 * unit}
            />
          ))
        : null}
    </svg>
  )
}

const withHeld = (shapes: readonly Shape[], held: Shape | undefined): readonly Shape[] => {
  if (held === undefined) return shapes
  return shapes.some(({ id }) => id === held.id)
    ? shapes.map((shape) => (shape.id === held.id ? held : shape))
    : [...shapes, held]
}

const holdOf = (
  shape: Shape | undefined,
  end: string | null | undefined,
  start: { readonly x: number; readonly y: number },
): Hold | undefined => {
  if (shape === undefined) return undefined
  return end === 'from' || end === 'to' ? { kind: 'stretch', shape, end } : { kind: 'move', shape, start }
}

const drawing = (
  id: number,
  kind: ShapeKind,
  point: { readonly x: number; readonly y: number },
  text: string,
): Hold => {
  if (kind === 'text') return { kind: 'draw', shape: { id, kind, at: point, text } }
  if (kind === 'step') return { kind: 'draw', shape: { id, kind, at: point } }
  return { kind: 'draw', shape: { id, kind, from: point, to: point } }
}
