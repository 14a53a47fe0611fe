import type { Circle } from '@rondo/shared/circle/model.ts'
import type { OwnFormat } from '@rondo/shared/format/model.ts'
import { isPreset } from '@rondo/shared/format/presets.ts'
import { useNavigate } from '@tanstack/react-router'
import { type FormatDraft, formatOfDraft, freeName } from './format-draft.ts'
import { useChangeFormat, useRemoveFormat, useSaveFormat } from './queries.ts'
import type { ShownFormat } from './shown-formats.ts'

interface Edited {
  readonly circle: Circle
  /** What the editor last knew the format to be: what a change names as seen. */
  readonly seen: ShownFormat
  readonly draft: FormatDraft
  readonly formats: readonly OwnFormat[]
  readonly onSaved: (own: OwnFormat) => void
}

interface Editing {
  /** Keeps it as one more of the circle's own, under a name that is free. */
  readonly save: () => void
  /** Changes the circle's own format. */
  readonly change: () => void
  readonly remove: () => void
  readonly pending: boolean
  /** Why the last of these was refused. */
  readonly problem: unknown
}

/** What can be done with what was edited. */
export function useEditing({ circle, seen, draft, formats, onSaved }: Edited): Editing {
  const navigate = useNavigate()
  const saving = useSaveFormat()
  const changing = useChangeFormat()
  const removing = useRemoveFormat()
  const circleId = circle.id
  const toList = () => void navigate({ to: '/circles/$circleId/formats', params: { circleId } })
  const forget = () => {
    for (const one of [saving, changing, removing]) one.reset()
  }

  const save = () => {
    forget()
    const format = formatOfDraft(draft)
    const body = {
      format: { ...format, name: freeName(format.name, formats) },
      basedOn: isPreset(seen.id) ? seen.id : (seen.own?.basedOn ?? null),
    }
    const open = (own: OwnFormat) =>
      void navigate({
        to: '/circles/$circleId/formats/$formatId',
        params: { circleId, formatId: own.id },
      })
    saving.mutate({ params: { circleId }, body }, { onSuccess: open })
  }
  const change = () => {
    if (seen.own === undefined) return
    forget()
    const { id: formatId, version: from } = seen.own
    const body = { from, format: formatOfDraft(draft) }
    changing.mutate({ params: { circleId, formatId }, body }, { onSuccess: onSaved })
  }
  const remove = () => {
    if (seen.own === undefined) return
    forget()
    const { id: formatId, version: from } = seen.own
    removing.mutate({ params: { circleId, formatId }, body: { from } }, { onSuccess: toList })
  }
  return {
    save,
    change,
    remove,
    pending: saving.isPending || changing.isPending || removing.isPending,
    problem: saving.error ?? changing.error ?? removing.error,
  }
}
