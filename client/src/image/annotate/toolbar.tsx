import { ActionIcon, TextInput } from '@mantine/core'
import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowUpRight,
  IconCircleNumber1,
  IconEyeOff,
  IconRectangle,
  IconTrash,
  IconTypography,
} from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shape, ShapeKind } from './shapes.ts'
import type { Sketch, SketchEvent } from './sketch.ts'

const TOOLS: readonly { readonly kind: ShapeKind; readonly icon: Icon }[] = [
  { kind: 'arrow', icon: IconArrowUpRight },
  { kind: 'box', icon: IconRectangle },
  { kind: 'text', icon: IconTypography },
  { kind: 'step', icon: IconCircleNumber1 },
  { kind: 'blur', icon: IconEyeOff },
]

interface ToolbarProps {
  readonly sketch: Sketch
  readonly tool: ShapeKind
  readonly onTool: (tool: ShapeKind) => void
  /** Puts one in the middle, for whoever does not point. */
  readonly onPlace: (tool: ShapeKind) => void
  readonly tell: (event: SketchEvent) => void
}

/** What can be drawn, the way back, and the words of a text that is chosen. */
export function Toolbar({ sketch, tool, onTool, onPlace, tell }: ToolbarProps) {
  const { t } = useTranslation()
  const chosen = sketch.shapes.find(({ id }) => id === sketch.chosen)
  const choose = (event: MouseEvent, kind: ShapeKind) => {
    onTool(kind)
    // A key, or a screen reader, presses without a pointer.
    if (event.detail === 0) onPlace(kind)
  }
  const remove = () => chosen && tell({ type: 'removed', id: chosen.id })
  return (
    <div className="annotate-bar">
      <fieldset aria-label={t('image.annotate.tools')} className="annotate-tools">
        {TOOLS.map(({ kind, icon: Sign }) => (
          <button
            key={kind}
            type="button"
            className="annotate-tool"
            aria-pressed={kind === tool}
            onClick={(event) => choose(event, kind)}
          >
            <Sign size={20} stroke={1.5} aria-hidden />
            {t(`image.annotate.tool.${kind}`)}
          </button>
        ))}
      </fieldset>
      <div className="annotate-tools">
        <Act
          label={t('image.annotate.undo')}
          icon={IconArrowBackUp}
          isOff={sketch.past.length === 0}
          onPress={() => tell({ type: 'undone' })}
        />
        <Act
          label={t('image.annotate.redo')}
          icon={IconArrowForwardUp}
          isOff={sketch.future.length === 0}
          onPress={() => tell({ type: 'redone' })}
        />
        <Act
          label={t('image.annotate.remove')}
          icon={IconTrash}
          isOff={chosen === undefined}
          onPress={remove}
        />
      </div>
      {chosen?.kind === 'text' ? <Words key={chosen.id} shape={chosen} tell={tell} /> : null}
    </div>
  )
}

interface ActProps {
  readonly label: string
  readonly icon: Icon
  readonly isOff: boolean
  readonly onPress: () => void
}

function Act({ label, icon: Sign, isOff, onPress }: ActProps) {
  return (
    <ActionIcon
      variant="subtle"
      size={40}
      color="gray"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onPress}
    >
      <Sign size={20} stroke={1.5} aria-hidden />
    </ActionIcon>
  )
}

const LONGEST_TEXT = 120

interface WordsProps {
  readonly shape: Extract<Shape, { kind: 'text' }>
  readonly tell: (event: SketchEvent) => void
}

function Words({ shape, tell }: WordsProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      className="annotate-text"
      label={t('image.annotate.text')}
      value={shape.text}
      maxLength={LONGEST_TEXT}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => tell({ type: 'changed', shape: { ...shape, text: event.currentTarget.value } })}
    />
  )
}
