// Imports every entry where there is no window, and saves a gallery without its first picture.
import { createGalleristClient } from '@gallerist/sdk'
import { galleryEntrySchema } from '@gallerist/sdk/contract'

if ('window' in globalThis) throw new Error('There is a window: this run proves nothing.')
const [baseUrl, ...entries] = process.argv.slice(2)
for (const entry of entries) await import(entry)

const read = async (path) => (await fetch(baseUrl + path)).json()
const galleryId = await read('/new-gallery')
const client = createGalleristClient({ baseUrl })
const gallery = await client.getGallery(galleryId)
const before = await read('/object-keys')
const [removed, ...kept] = gallery.items
const items = kept.map((item) => galleryEntrySchema.parse({ mediaId: item.media.id, caption: item.caption }))
await client.saveGallery(galleryId, { baseVersion: gallery.version, items })
const after = await read('/object-keys')
const gone = before.filter((key) => !after.includes(key))
const expected = [removed.media.urls.original, ...removed.media.urls.thumbnails.map((thumbnail) => thumbnail.url)]
  .length
if (gone.length !== expected) throw new Error(`${gone.length} objects are gone after the save, not ${expected}.`)
