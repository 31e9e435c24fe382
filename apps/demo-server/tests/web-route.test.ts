import { expect, test } from 'vitest'
import { parseRoute, toSearch } from '../web/route/route.ts'
import { createRouteStore, type AddressBar } from '../web/route/route-store.ts'

/** An address bar with a history of its own. */
function createBar(search = '') {
  const entries = [search]
  let at = 0
  const listeners: (() => void)[] = []
  const location = { pathname: '/', search }
  const move = (next: string) => void (location.search = next.replace('/', ''))
  const bar = {
    location,
    history: {
      pushState(_state: unknown, _title: string, url: string) {
        entries.splice(at + 1, Infinity, url.replace('/', ''))
        at += 1
        move(url)
      },
      replaceState(_state: unknown, _title: string, url: string) {
        entries[at] = url.replace('/', '')
        move(url)
      },
    },
    addEventListener: (_type: string, listener: () => void) => void listeners.push(listener),
  }
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the part of it that is used
    bar: bar as unknown as AddressBar,
    location,
    back: () => {
      at -= 1
      move(entries[at] ?? '')
      for (const listener of listeners) listener()
    },
  }
}

const summer = { userId: 'ada', galleryId: 'summer' }
const winter = { userId: 'ada', galleryId: 'winter' }

test('reads and writes what the address names', () => {
  expect(parseRoute('?user=ada&gallery=summer')).toEqual(summer)
  expect(toSearch(summer)).toBe('?user=ada&gallery=summer')
  expect(parseRoute('')).toEqual({ userId: null, galleryId: null })
  expect(toSearch({ userId: null, galleryId: null })).toBe('')
})

test('goes at once while nothing is unsaved', () => {
  const { bar, location } = createBar('?user=ada&gallery=summer')
  const store = createRouteStore(bar)
  store.go(winter)
  expect(store.getSnapshot()).toEqual({ shown: winter, asked: null })
  expect(location.search).toBe('?user=ada&gallery=winter')
})

test('asks before unsaved changes are left, and stays or goes as told', () => {
  const { bar, location } = createBar('?user=ada&gallery=summer')
  const store = createRouteStore(bar)
  store.setDirty(true)
  store.go(winter)
  expect(store.getSnapshot()).toEqual({ shown: summer, asked: winter })
  store.stay()
  expect(store.getSnapshot()).toEqual({ shown: summer, asked: null })
  expect(location.search).toBe('?user=ada&gallery=summer')
  store.go(winter)
  store.confirm()
  expect(store.getSnapshot()).toEqual({ shown: winter, asked: null })
  store.go(summer)
  expect(store.getSnapshot().shown).toEqual(summer)
})

test('asks when the browser goes back while something is unsaved', () => {
  const { bar, back, location } = createBar('?user=ada&gallery=summer')
  const store = createRouteStore(bar)
  store.go(winter)
  store.setDirty(true)
  back()
  expect(store.getSnapshot()).toEqual({ shown: winter, asked: summer })
  expect(location.search).toBe('?user=ada&gallery=winter')
  store.setDirty(false)
  back()
  expect(store.getSnapshot()).toEqual({ shown: summer, asked: null })
})

test('names in the address what is shown already, without a step in the history', () => {
  const { bar, location } = createBar('')
  const store = createRouteStore(bar)
  store.setDirty(true)
  store.refine(summer)
  expect(store.getSnapshot()).toEqual({ shown: summer, asked: null })
  expect(location.search).toBe('?user=ada&gallery=summer')
})
