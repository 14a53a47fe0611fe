import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useMembers } from './queries.ts'

/** A person as a sentence needs them. */
export interface Who {
  readonly id: MemberId
  readonly name: string
  /** "You" for the reader, the first name for everybody else. */
  readonly shown: string
  /** 1 to 16. */
  readonly colour: number
  readonly isMe: boolean
}

const firstWord = (name: string): string => name.trim().split(/\s+/u)[0] ?? name

/** Stands for a name until it is known. */
const NAMELESS = '…'

/** Looks people up by id. */
export function useWho(): (id: MemberId) => Who {
  const { t } = useTranslation()
  const members = useMembers()
  const me = useMe()?.id
  return useCallback(
    (id: MemberId): Who => {
      const member = members.get(id)
      const name = member?.name ?? NAMELESS
      const isMe = id === me
      return { id, name, shown: isMe ? t('ui.you') : firstWord(name), colour: member?.colour ?? 1, isMe }
    },
    [members, me, t],
  )
}
