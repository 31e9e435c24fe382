export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'gallerist-theme'

export function readTheme(): Theme {
  const stored = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === stored) ?? 'auto'
}

export function storeTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
}

/** The style sheet turns it into a `color-scheme`, which all colours follow. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}
