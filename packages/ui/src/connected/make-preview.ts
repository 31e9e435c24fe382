/** Wide enough for a tile on a dense screen; a tile never holds a full-size picture. */
const previewWidthPx = 320

/** A small copy of a picture file as an object URL, which the caller revokes; null where it cannot be decoded. */
export async function makePreview(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: previewWidthPx, imageOrientation: 'from-image' })
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    bitmap.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.8))
    return blob && URL.createObjectURL(blob)
  } catch {
    return null
  }
}
