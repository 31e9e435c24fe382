/** Swallows the click that follows a pointer's release, so that a drop is not also a tap. */
export function swallowClickOf(pointerId: number): void {
  const controller = new AbortController()
  const options = { capture: true, signal: controller.signal }
  // The click comes in the same task as the release, or not at all.
  const settle = (event: PointerEvent): void => {
    if (event.pointerId === pointerId) setTimeout(() => controller.abort())
  }
  window.addEventListener('click', swallow, options)
  window.addEventListener('pointerup', settle, options)
  window.addEventListener('pointercancel', settle, options)
}

function swallow(event: Event): void {
  event.stopPropagation()
  event.preventDefault()
}
