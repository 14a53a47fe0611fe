import { createSpotlight } from '@mantine/spotlight'

/** The one command palette of the app. */
export const [paletteStore, palette] = createSpotlight()

/** Opens search over places, pages and commands. */
export function openPalette(): void {
  palette.open()
}
