import { QueryClient, useQueryClient } from '@tanstack/react-query'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { renderToString } from 'react-dom/server'
import { samplePng } from '../../tests/samples.ts'
import { createScriptedUploadClient } from '../../tests/scripted-upload-client.ts'
import { createGalleristClient } from '../client/create-client.ts'
import { createUploadQueue } from '../uploads/create-upload-queue.ts'
import { GalleristProvider } from './GalleristProvider.tsx'
import { useGalleristClient } from './use-gallerist-client.ts'
import { useUploadQueue } from './use-upload-queue.ts'
import { useUploads } from './use-uploads.ts'

const client = createGalleristClient({ baseUrl: 'http://127.0.0.1:9' })

function Names(): string {
  return useUploads()
    .map(({ file, phase }) => `${file.name} is ${phase}`)
    .join(', ')
}

function SameClient(): string {
  return String(useGalleristClient() === client)
}

function QueueVerbs(): string {
  return Object.keys(useUploadQueue()).toSorted().join(' ')
}

function HasQueryClient(): string {
  return String(useQueryClient() instanceof QueryClient)
}

test('renders on a server, where there is no window', () => {
  expect('window' in globalThis).toBe(false)
  expect(renderToString(createElement(GalleristProvider, { client }, createElement(SameClient)))).toBe('true')
  expect(renderToString(createElement(GalleristProvider, { client }, createElement(QueueVerbs)))).toBe(
    'add cancel forget getSnapshot keepAlive replaceClient retry settled subscribe',
  )
})

test('shows the uploads of the queue it is given', () => {
  const uploads = createUploadQueue({ client: createScriptedUploadClient().client, concurrency: 1 })
  uploads.add(samplePng('a.png'))
  uploads.add(samplePng('b.png'))
  expect(renderToString(createElement(GalleristProvider, { client, uploads }, createElement(Names)))).toBe(
    'a.png is preparing, b.png is queued',
  )
})

test('provides a query client where it is given one', () => {
  const queryClient = new QueryClient()
  expect(renderToString(createElement(GalleristProvider, { client, queryClient }, createElement(HasQueryClient)))).toBe(
    'true',
  )
})

test('says what is missing where there is no provider', () => {
  expect(() => renderToString(createElement(SameClient))).toThrow('useGalleristClient found no <GalleristProvider>')
})
