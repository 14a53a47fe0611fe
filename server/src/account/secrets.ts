import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A 256-bit secret for a link, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret: enough to recognise it, useless to whoever reads the database. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A code for a person to copy from the console, e.g. 'K7QM-2XDV-9TFA' (59 bits). */
export const newCode = (): string => {
  const letters = Array.from(randomBytes(48)).filter((byte) => byte < 240)
  const text = letters.slice(0, 12).map((byte) => LETTERS[byte % LETTERS.length])
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8)].map((part) => part.join('')).join('-')
}

/** Compares in a time that does not depend on where the two differ. Case, blanks and dashes of a code do not count. */
export const isSameCode = (given: string, code: string): boolean => {
  const bare = (text: string) => Buffer.from(hashSecret(text.toUpperCase().replaceAll(/[\s-]/g, '')))
  return timingSafeEqual(bare(given), bare(code))
}
