import { z } from 'zod'

/** Control characters, spaces and invisible marks: browsers skip some of them, so `java\tscript:` must not pass as a path. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/gu
const WEB = /^https?:\/\/[^/\\]/i
const MAIL = /^mailto:[^@/\\]+@[^@/\\]+$/i
const MAX_LENGTH = 2048
/** What a browser can read as an address at all: `http://@` begins well and leads nowhere. */
const url = z.url()

/**
 * The address as it may be stored and shown, without unseen characters; undefined when it must not be a link.
 * Allowed: http, https, mailto, and paths of this workspace (`/…`, never `//host`).
 */
export const cleanAddress = (text: unknown): string | undefined => {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined
  const address = text.replace(UNSEEN, '')
  if (address.startsWith('/')) return /^\/(?![/\\])/.test(address) ? address : undefined
  const isWeb = WEB.test(address) && url.safeParse(address).success
  return isWeb || MAIL.test(address) ? address : undefined
}

/** The one question every renderer and every writer of links asks. */
export const isAllowedUri = (text: unknown): boolean => cleanAddress(text) !== undefined
