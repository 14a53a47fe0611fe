import { Tooltip } from '@mantine/core'
import { IconArrowsExchange, IconCheck, IconPlus } from '@tabler/icons-react'
import { type ButtonHTMLAttributes, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { isDated, type PlacedCell } from './cells.ts'
import { useRota } from './rota.ts'
import { swapObstacle } from './swap-target.ts'
import { useCellState } from './use-cell-state.ts'
import { useRotaWords } from './use-rota-words.ts'

const tiny = { size: 13, stroke: 1.5, 'aria-hidden': true } as const

/** How much of a cell is shown: all of it, with its role, or the face alone. */
export type CellForm = 'table' | 'list' | 'day'

interface RotaCellProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly placed: PlacedCell
  readonly form: CellForm
  /** The other half of its swap stands right below. */
  readonly joined?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** Who holds a role in a meeting: a button that tells why, opens what can be done, and can be carried. */
export function RotaCell({ placed, form, joined = false, ref, onClick, ...rest }: RotaCellProps) {
  const { circle, rotation, carried, carrying, offer, look, say } = useRota()
  const words = useRotaWords(circle, rotation)
  const told = useId()
  const { cell } = placed
  const state = useCellState(placed)
  const drop = () => {
    if (carried === undefined || !isDated(placed)) return
    if (swapObstacle(carried, placed) === null) offer(carried, placed)
    else say(state.told)
  }
  const lit = placed.row === 0 && cell.role === 'facilitator' && cell.memberId !== null
  return (
    <>
      <Tooltip label={state.told} openDelay={400} disabled={form === 'list'}>
        <button
          {...rest}
          ref={ref}
          type="button"
          className="rota-cell"
          data-form={form}
          data-cell={placed.key}
          data-lit={lit}
          data-pending={cell.swapId !== null}
          data-joined={joined}
          data-carried={carried?.key === placed.key}
          data-target={state.target}
          data-over={carrying.carry?.over === placed.key && state.target === 'yes'}
          aria-describedby={told}
          onClick={(event) => {
            look(placed.key)
            if (carried === undefined) onClick?.(event)
            else drop()
          }}
        >
          <CellFace placed={placed} form={form} lit={lit} />
          {form === 'table' ? null : <span className="rota-cell-role">{words.role(cell.role)}</span>}
        </button>
      </Tooltip>
      <span id={told} hidden>
        {state.told}
      </span>
    </>
  )
}

interface CellFaceProps {
  readonly placed: PlacedCell
  readonly form: CellForm
  readonly lit: boolean
}

function CellFace({ placed, form, lit }: CellFaceProps) {
  const { t } = useTranslation()
  const { cell } = placed
  const who = useWho()
  const size = form === 'day' ? 24 : 28
  if (cell.memberId === null) {
    return (
      <>
        <span className="rota-empty-seat" style={{ inlineSize: size, blockSize: size }} aria-hidden="true">
          <IconPlus size={14} stroke={1.5} />
        </span>
        <span className="rota-cell-words rota-nobody">
          <b>{t('rotation.grid.nobody')}</b>
          <CellNote placed={placed} />
        </span>
      </>
    )
  }
  const person = who(cell.memberId)
  return (
    <>
      <Avatar name={person.name} colour={person.colour} size={size} state={lit ? 'lit' : 'here'} decorative />
      <span className="rota-cell-words">
        <b>{person.shown}</b>
        <CellNote placed={placed} />
      </span>
    </>
  )
}

/** The short line under a name: with whom it is to be swapped, that it is accepted, or the reason. */
function CellNote({ placed }: { readonly placed: PlacedCell }) {
  const { t } = useTranslation()
  const { circle, rotation } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const { cell } = placed
  const swap = rotation.swaps.find((one) => one.id === cell.swapId && one.state === 'open')
  if (swap !== undefined) {
    const other = cell.memberId === swap.by ? swap.to : swap.by
    return (
      <small>
        <IconArrowsExchange {...tiny} />
        <span>{t('rotation.offer.with', { name: who(other).inText })}</span>
      </small>
    )
  }
  return (
    <small>
      {cell.state === 'accepted' ? (
        <IconCheck {...tiny} role="img" aria-label={t('rotation.accepted')} />
      ) : null}
      <span>{words.short(placed)}</span>
    </small>
  )
}
