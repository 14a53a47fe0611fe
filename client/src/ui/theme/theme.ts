import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { controls } from './controls.ts'

/** Mantine's knobs, all set to our tokens: see tokens.css for what they mean. */
export const theme = createTheme({
  white: '#fffdf9',
  black: '#29231d',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSmoothing: true,
  headings: {
    fontFamily: 'var(--font-serif)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '.75rem', sm: '.875rem', md: '1rem', lg: '1.25rem', xl: '1.625rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.6', lg: '1.4', xl: '1.25' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  colors: {
    ember: [
      '#fdf3ea',
      '#fae3d0',
      '#f6cfae',
      '#f3b488',
      '#f39a63',
      '#ee8a4e',
      '#c9642f',
      '#bb4712',
      '#b2410f',
      '#8f340c',
    ],
    paper: [
      '#fffdf9',
      '#fbf8f2',
      '#f4eee3',
      '#ebe3d5',
      '#e4dac9',
      '#8c7f6d',
      '#6d6254',
      '#574d43',
      '#3c352e',
      '#29231d',
    ],
    dark: [
      '#f0e9de',
      '#c6bbac',
      '#a89c8c',
      '#877c6e',
      '#3c352e',
      '#352f29',
      '#28231e',
      '#1d1916',
      '#161310',
      '#100e0c',
    ],
  },
  primaryColor: 'ember',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  components: controls,
})

const bridge = {
  '--mantine-color-body': 'var(--c-paper)',
  '--mantine-color-text': 'var(--c-ink)',
  '--mantine-color-dimmed': 'var(--c-ink-3)',
  '--mantine-color-placeholder': 'var(--c-ink-3)',
  '--mantine-color-default': 'var(--c-surface)',
  '--mantine-color-default-hover': 'var(--c-press)',
  '--mantine-color-default-color': 'var(--c-ink)',
  '--mantine-color-default-border': 'var(--c-edge)',
  '--mantine-color-anchor': 'var(--c-ink)',
  '--mantine-color-error': 'var(--c-danger)',
  '--mantine-color-disabled': 'var(--c-linen)',
  '--mantine-color-disabled-color': 'var(--c-ink-3)',
  '--mantine-color-disabled-border': 'var(--c-line)',
  '--mantine-color-ember-filled': 'var(--c-ember-fill)',
  '--mantine-color-ember-filled-hover': 'var(--c-ember)',
}

/** Points Mantine's colours at our tokens, which carry both colour schemes themselves. */
export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: bridge, dark: bridge })
