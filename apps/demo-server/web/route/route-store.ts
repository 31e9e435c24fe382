import { isSameRoute, parseRoute, toSearch, type Route } from './route.ts'

export interface RouteState {
  readonly shown: Route
  /** Where somebody wants to go while there are unsaved changes: to be confirmed first. */
  readonly asked: Route | null
}

export interface RouteStore {
  readonly getSnapshot: () => RouteState
  readonly subscribe: (listener: () => void) => () => void
  readonly go: (route: Route) => void
  /** Names what is shown already; asks nobody. */
  readonly refine: (route: Route) => void
  readonly confirm: () => void
  readonly stay: () => void
  /** While true, leaving a gallery asks first. */
  readonly setDirty: (isDirty: boolean) => void
}

/** The part of `window` that the address lives in. */
export type AddressBar = Pick<Window, 'location' | 'history' | 'addEventListener'>

/** The address as state. The browser's own back and forward ask as well. */
export function createRouteStore(bar: AddressBar): RouteStore {
  let state: RouteState = { shown: parseRoute(bar.location.search), asked: null }
  let isDirty = false
  const listeners = new Set<() => void>()
  const set = (next: RouteState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const toAddress = (route: Route) => `${bar.location.pathname}${toSearch(route)}`
  const write = (route: Route) => bar.history.pushState(null, '', toAddress(route))
  const show = (route: Route) => {
    isDirty = false
    write(route)
    set({ shown: route, asked: null })
  }
  bar.addEventListener('popstate', () => {
    const wanted = parseRoute(bar.location.search)
    if (isSameRoute(wanted, state.shown)) return
    if (!isDirty) return set({ shown: wanted, asked: null })
    write(state.shown)
    set({ ...state, asked: wanted })
  })
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    go(route) {
      if (isSameRoute(route, state.shown)) return
      if (isDirty) set({ ...state, asked: route })
      else show(route)
    },
    refine(route) {
      bar.history.replaceState(null, '', toAddress(route))
      set({ ...state, shown: route })
    },
    confirm: () => state.asked && show(state.asked),
    stay: () => set({ ...state, asked: null }),
    setDirty: (next) => void (isDirty = next),
  }
}
