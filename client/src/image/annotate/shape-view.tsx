import { useTranslation } from 'react-i18next'
import { numberOf, regionOf, type Shape, type Shapes, type Size, type Span, unitOf } from './shapes.ts'
import { HALO, rectangle, STEP, STROKE, type Stroke, strokesOf, TEXT } from './strokes.ts'

interface StrokesProps {
  readonly shape: Shape
  readonly shapes: Shapes
  readonly size: Size
}

/** A shape as it will be in the picture. */
export function ShapeStrokes({ shape, shapes, size }: StrokesProps) {
  const unit = unitOf(size)
  if (shape.kind === 'blur') return <Hidden shape={shape} unit={unit} />
  return strokesOf(shape, shapes, unit).map((stroke) => (
    <OneStroke key={`${stroke.kind}${'path' in stroke ? stroke.path : ''}`} stroke={stroke} unit={unit} />
  ))
}

/** While one draws it shows where something is hidden; the picture gets one colour there. */
function Hidden({ shape, unit }: { readonly shape: Span; readonly unit: number }) {
  return (
    <>
      <path className="annotate-hidden" d={rectangle(shape)} />
      <path className="annotate-hidden-edge" d={rectangle(shape)} strokeWidth={2 * unit} />
    </>
  )
}

function OneStroke({ stroke, unit }: { readonly stroke: Stroke; readonly unit: number }) {
  switch (stroke.kind) {
    case 'line':
      return (
        <>
          <path className="annotate-halo" d={stroke.path} strokeWidth={HALO * unit} />
          <path className="annotate-line" d={stroke.path} strokeWidth={STROKE * unit} />
        </>
      )
    case 'filled':
      return <path className="annotate-filled" d={stroke.path} strokeWidth={(HALO - STROKE) * unit} />
    case 'words':
      return (
        <text
          className="annotate-words"
          x={stroke.x}
          y={stroke.y}
          fontSize={TEXT * unit}
          strokeWidth={HALO * unit}
        >
          {stroke.text}
        </text>
      )
    case 'badge':
      return (
        <>
          <circle
            className="annotate-filled"
            cx={stroke.x}
            cy={stroke.y}
            r={STEP * unit}
            strokeWidth={(HALO - STROKE) * unit}
          />
          <text className="annotate-number" x={stroke.x} y={stroke.y} fontSize={TEXT * unit}>
            {stroke.text}
          </text>
        </>
      )
  }
}

/** What is pressed to choose a shape: wider than what is seen; of a box its line only, so that one can draw inside. */
export function ShapeTarget({ shape, unit }: { readonly shape: Shape; readonly unit: number }) {
  switch (shape.kind) {
    case 'arrow':
      return (
        <path
          className="annotate-target-line"
          d={`M${shape.from.x} ${shape.from.y}L${shape.to.x} ${shape.to.y}`}
          strokeWidth={24 * unit}
        />
      )
    case 'box':
      return <path className="annotate-target-line" d={rectangle(shape)} strokeWidth={24 * unit} />
    case 'blur': {
      return <rect className="annotate-target-area" {...regionOf(shape)} />
    }
    case 'text': {
      const width = Math.max(2, shape.text.length) * TEXT * 0.6 * unit
      return (
        <rect
          className="annotate-target-area"
          x={shape.at.x}
          y={shape.at.y - TEXT * unit}
          width={width}
          height={TEXT * 1.3 * unit}
        />
      )
    }
    case 'step':
      return <circle className="annotate-target-area" cx={shape.at.x} cy={shape.at.y} r={STEP * 1.3 * unit} />
  }
}

/** What a shape is called, for whoever does not see it. */
export function useShapeName(): (shape: Shape, shapes: Shapes) => string {
  const { t } = useTranslation()
  return (shape, shapes) => {
    const ofKind = shapes.filter(({ kind }) => kind === shape.kind)
    const number = shape.kind === 'step' ? numberOf(shapes, shape.id) : ofKind.indexOf(shape) + 1
    return t(`image.annotate.shape.${shape.kind}`, { number, text: 'text' in shape ? shape.text : '' })
  }
}
