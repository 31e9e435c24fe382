import { createGalleristClient } from '@gallerist/sdk'
import { GalleristProvider } from '@gallerist/sdk/react'
import { GalleryEditor } from '@gallerist/ui'
import { QueryClient } from '@tanstack/react-query'
import '@gallerist/ui/styles.css'

const client = createGalleristClient({ auth: () => sessionStorage.getItem('token') })
const queryClient = new QueryClient()

export const App = ({ galleryId }: { galleryId: string }) => (
  <GalleristProvider client={client} queryClient={queryClient}>
    <GalleryEditor galleryId={galleryId} />
  </GalleristProvider>
)
