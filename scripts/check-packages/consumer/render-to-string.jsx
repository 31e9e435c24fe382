import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { App } from './quick-start.tsx'

const galleryId = process.argv[2]
console.log(
  renderToString(
    <StrictMode>
      <App galleryId={galleryId} />
    </StrictMode>,
  ),
)
