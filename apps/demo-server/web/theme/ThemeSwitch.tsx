import { useState } from 'react'
import { SegmentedControl } from '../components/SegmentedControl.tsx'
import { applyTheme, readTheme, storeTheme, themes, type Theme } from './theme-choice.ts'

const labels: Record<Theme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark' }
const options = themes.map((value) => ({ value, label: labels[value] }))

export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme)
  const choose = (next: Theme) => {
    applyTheme(next)
    storeTheme(next)
    setTheme(next)
  }
  return <SegmentedControl legend="Theme" options={options} value={theme} onChange={choose} />
}
