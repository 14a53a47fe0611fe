/** The sixteen colours of members as other people's carets show them; the same as --p1 to --p16 of the theme. */
const PALETTE = [
  '#467a52',
  '#3e989d',
  '#3772ac',
  '#a28a2b',
  '#ac507d',
  '#d16e7d',
  '#569b59',
  '#8a693c',
  '#6b8cca',
  '#b58153',
  '#b279ad',
  '#79669c',
  '#2d7b6c',
  '#84933b',
  '#676aa4',
  '#3b7692',
] as const

/** The colour of a place in the palette, 1 to 16, as six hex digits with a leading `#`. */
export const hexOf = (colour: number): string => PALETTE[(colour - 1) % PALETTE.length] ?? PALETTE[0]
