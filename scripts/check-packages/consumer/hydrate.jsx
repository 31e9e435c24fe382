import { StrictMode, version } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './quick-start.tsx'

document.documentElement.dataset.reactVersion = version
const galleryId = new URLSearchParams(location.search).get('gallery')
hydrateRoot(
  document.getElementById('root'),
  <StrictMode>
    <App galleryId={galleryId} />
  </StrictMode>,
)
