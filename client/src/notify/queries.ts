import { choose, listChoices, listNotifications, readNotifications } from '@rondo/shared/notify/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

/** What the reader was told, newest first. */
export const useNotifications = () => useAsk(listNotifications)

/** Marks notifications as read, here and on the reader's other devices. */
export const useReadNotifications = () => useTell(readNotifications, [listNotifications])

export const useChoices = () => useAsk(listChoices)

export const useChoose = () => useTell(choose, [listChoices])
