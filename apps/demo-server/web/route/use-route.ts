import { useSyncExternalStore } from 'react'
import { createRouteStore, type RouteState } from './route-store.ts'

export const routes = createRouteStore(window)

export function useRoute(): RouteState {
  return useSyncExternalStore(routes.subscribe, routes.getSnapshot)
}
