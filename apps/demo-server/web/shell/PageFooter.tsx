import { useState } from 'react'
import './page-footer.css'

export function PageFooter() {
  const [isRtl, setRtl] = useState(false)
  const turn = () => {
    document.documentElement.dir = isRtl ? 'ltr' : 'rtl'
    setRtl(!isRtl)
  }
  return (
    <footer className="page-footer">
      <nav aria-label="Documentation" className="page-links">
        <a href="/docs">API reference</a>
        <a href="/openapi.json">OpenAPI</a>
        <span>
          Components: <code>npm run storybook</code>
        </span>
      </nav>
      <button type="button" className="gl-button" data-variant="quiet" aria-pressed={isRtl} onClick={turn}>
        Right to left
      </button>
    </footer>
  )
}
