import {
  Anchor,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Button,
  Checkbox,
  createTheme,
  Input,
  NativeSelect,
  TextInput,
} from '@mantine/core';

// Shade 8 is the accent on light, shade 3 the accent on dark; both carry at least 7:1 with the text on them.
const accent: MantineColorsTuple = [
  '#e6f4f6', '#cfe8ec', '#a3d6de', '#6cc5d3', '#45aaba', '#2a8fa0', '#187889', '#106877', '#0b5c6b', '#084854',
]; // prettier-ignore
const dark: MantineColorsTuple = [
  '#e8edee', '#c5cdd4', '#a3b0b6', '#7d8b92', '#55626a', '#2a3238', '#1a2226', '#12181b', '#0d1214', '#090d0f',
]; // prettier-ignore

const FONT = "'Atkinson Hyperlegible Next', 'Samenoud Signs', 'Segoe UI', 'DejaVu Sans', Verdana, sans-serif";

// Mantine picks one text colour for both schemes; on the light accent of the dark scheme white would be unreadable.
const onAccent = { '--button-color': 'var(--so-on-accent)' };

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  black: '#1c2429',
  fontFamily: FONT,
  fontFamilyMonospace: FONT,
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  headings: {
    fontFamily: FONT,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.375rem', lineHeight: '1.35' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A link in a sentence must not be told by its colour alone (WCAG 1.4.1).
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Button: Button.extend({
      defaultProps: { size: 'md' },
      classNames: { root: 'wraps', label: 'wraps-label' },
      vars: (_, { variant = 'filled' }) => ({ root: variant === 'filled' ? onAccent : {} }),
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md', iconColor: 'var(--so-on-accent)' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      classNames: { label: 'field-label' },
    }),
  },
});

type Tokens = Record<`--so-${string}`, string>;

const lightTokens: Tokens = {
  '--so-page': '#f6f8f8',
  '--so-surface': '#ffffff',
  '--so-line': '#cfd7da',
  '--so-line-strong': '#75828a',
  '--so-quiet': '#56626b',
  '--so-accent': '#0b5c6b',
  '--so-on-accent': '#ffffff',
  '--so-accent-soft': '#e6f4f6',
  '--so-error': '#a3201d',
  '--so-robust': '#0b6b5f',
  '--so-robust-soft': '#e3f4f0',
  '--so-frail': '#7a4a00',
  '--so-frail-soft': '#fdf0d5',
  '--so-complex': '#6d1f55',
  '--so-complex-soft': '#f8e6f1',
  '--so-undetermined': '#3f4a56',
  '--so-undetermined-soft': '#eceff2',
};

const darkTokens: Tokens = {
  '--so-page': '#12181b',
  '--so-surface': '#1a2226',
  '--so-line': '#364147',
  '--so-line-strong': '#7d8b92',
  '--so-quiet': '#a3b0b6',
  '--so-accent': '#6cc5d3',
  '--so-on-accent': '#12181b',
  '--so-accent-soft': '#16323a',
  '--so-error': '#ff9b94',
  '--so-robust': '#8fdccb',
  '--so-robust-soft': '#0f332d',
  '--so-frail': '#f2c879',
  '--so-frail-soft': '#3a2703',
  '--so-complex': '#eda9d3',
  '--so-complex-soft': '#3d1130',
  '--so-undetermined': '#c5cdd4',
  '--so-undetermined-soft': '#2a3238',
};

/** Mantine's own grey texts, errors and borders are too faint on our surfaces: they follow our tokens. */
const mended = (text: string, tokens: Tokens): Record<string, string> => ({
  ...tokens,
  '--mantine-color-text': text,
  '--mantine-color-body': tokens['--so-page'] ?? '',
  '--mantine-color-dimmed': tokens['--so-quiet'] ?? '',
  '--mantine-color-placeholder': tokens['--so-quiet'] ?? '',
  '--mantine-color-error': tokens['--so-error'] ?? '',
  '--mantine-color-anchor': tokens['--so-accent'] ?? '',
  '--mantine-color-default': tokens['--so-surface'] ?? '',
  '--mantine-color-default-border': tokens['--so-line-strong'] ?? '',
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: mended('#1c2429', lightTokens),
  dark: mended('#e8edee', darkTokens),
});
