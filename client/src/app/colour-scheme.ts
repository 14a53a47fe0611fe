import { localStorageColorSchemeManager } from '@mantine/core'

/** The choice is kept in this browser too, so that the first paint is right before anybody has answered. */
export const colourSchemeManager = localStorageColorSchemeManager({ key: 'rondo.colour-scheme' })

/** Sets the attribute that the tokens listen to before anything is drawn. */
export function showColourScheme(): void {
  const chosen = colourSchemeManager.get('auto')
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const scheme = chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
}
