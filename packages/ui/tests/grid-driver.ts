/// <reference types="@vitest/browser-playwright" />
import { cdp } from 'vitest/browser'

interface Point {
  readonly x: number
  readonly y: number
}

/** A share of an element's box; 0.5, 0.5 is its middle. */
export function pointIn(element: Element, share: Point = { x: 0.5, y: 0.5 }): Point {
  const box = element.getBoundingClientRect()
  return { x: box.left + box.width * share.x, y: box.top + box.height * share.y }
}

/** Tests run in a frame; the browser's own input has the page's coordinates. */
function toPage({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect()
  if (!frame) return { x, y }
  return { x: frame.left + (x * frame.width) / innerWidth, y: frame.top + (y * frame.height) / innerHeight }
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

type MouseEventType = 'mousePressed' | 'mouseMoved' | 'mouseReleased'

async function sendMouse(type: MouseEventType, point: Point, isDown: boolean): Promise<void> {
  const { x, y } = toPage(point)
  const button = { button: isDown || type !== 'mouseMoved' ? 'left' : 'none', buttons: isDown ? 1 : 0 } as const
  await cdp().send('Input.dispatchMouseEvent', { type, x, y, ...button, clickCount: type === 'mouseMoved' ? 0 : 1 })
}

/** A real mouse. */
export const mouse = {
  async press(at: Point): Promise<void> {
    await sendMouse('mouseMoved', at, false)
    await sendMouse('mousePressed', at, true)
  },
  async move(to: Point): Promise<void> {
    await sendMouse('mouseMoved', to, true)
    await nextFrame()
    await nextFrame()
  },
  async release(at: Point): Promise<void> {
    await sendMouse('mouseReleased', at, false)
    await nextFrame()
  },
  async drag(from: Point, to: Point): Promise<void> {
    await mouse.press(from)
    await mouse.move({ x: from.x + 10, y: from.y + 10 })
    await mouse.move(to)
    await mouse.release(to)
  },
}

type TouchEventType = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

async function sendTouch(type: TouchEventType, points: readonly Point[]): Promise<void> {
  const touchPoints = points.map((point, id) => {
    const { x, y } = toPage(point)
    return { x, y, id }
  })
  await cdp().send('Input.dispatchTouchEvent', { type, touchPoints })
  await nextFrame()
}

/** Real fingers. */
export const touch = {
  start: (...points: readonly Point[]) => sendTouch('touchStart', points),
  move: (...points: readonly Point[]) => sendTouch('touchMove', points),
  end: () => sendTouch('touchEnd', []),
}
