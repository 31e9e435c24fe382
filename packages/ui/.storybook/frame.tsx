import type { Decorator } from '@storybook/react-vite'

declare module 'storybook/internal/csf' {
  interface Parameters {
    scheme?: 'light' | 'dark'
    dir?: 'ltr' | 'rtl'
    /** Any CSS length. */
    inlineSize?: string
  }
}

/** Shows a story in a colour scheme, direction and width. */
export const frame: Decorator = (Story, { parameters: { scheme = 'light', dir = 'ltr', inlineSize = 'auto' } }) => (
  <div
    dir={dir}
    style={{
      colorScheme: scheme,
      boxSizing: 'border-box',
      inlineSize,
      padding: 16,
      background: 'var(--gl-color-canvas)',
      color: 'var(--gl-color-text)',
      fontFamily: 'var(--gl-font)',
    }}
  >
    <Story />
  </div>
)
