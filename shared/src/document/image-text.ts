import { isAltText } from './attributes.ts'

/** What an image says to whoever does not see it; undefined when nobody has said so, or there is nothing to say. */
export const imageText = ({ alt, decorative }: Readonly<Record<string, unknown>>): string | undefined =>
  isAltText(alt) && decorative !== true ? alt : undefined
