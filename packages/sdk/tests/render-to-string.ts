/// <reference types="node" />
import { createRequire } from 'node:module'
import type { ReactNode } from 'react'

// The SDK does not depend on react-dom; the UI package does.
const requireFromUi = createRequire(new URL('../../ui/package.json', import.meta.url))
const server: { renderToString(node: ReactNode): string } = requireFromUi('react-dom/server')

/** Renders as a server does: once, without effects, without a window. */
export function renderToString(node: ReactNode): string {
  return server.renderToString(node)
}
