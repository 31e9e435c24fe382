/** A real picture file, drawn here: two colours, so that previews differ. */
export async function drawFile(name: string, hue: number): Promise<File> {
  const canvas = new OffscreenCanvas(320, 240)
  const context = canvas.getContext('2d')
  const gradient = context?.createLinearGradient(0, 0, 320, 240)
  gradient?.addColorStop(0, `hsl(${hue} 70% 55%)`)
  gradient?.addColorStop(1, `hsl(${hue + 60} 70% 35%)`)
  if (context && gradient) context.fillStyle = gradient
  context?.fillRect(0, 0, 320, 240)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new File([blob], name, { type: 'image/png' })
}
