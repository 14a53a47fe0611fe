import { changeFormat, listFormats, removeFormat, saveFormat } from '@rondo/shared/format/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useAsk, useTell } from '../platform/ask.ts'

/** The circle's own formats, by name. */
export const useFormats = (circleId: CircleId) => useAsk(listFormats, { params: { circleId } })

export const useSaveFormat = () => useTell(saveFormat, [listFormats])
export const useChangeFormat = () => useTell(changeFormat, [listFormats])
export const useRemoveFormat = () => useTell(removeFormat, [listFormats])
