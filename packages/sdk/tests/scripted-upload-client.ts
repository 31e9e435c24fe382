import {
  AbortedError,
  type CompletedUpload,
  type GalleristError,
  type UploadClient,
  type UploadLease,
} from '../src/index.ts'
import { sampleUpload } from './samples.ts'

type UploadOptions = Parameters<UploadClient['uploadMedia']>[1]

export interface RunningUpload {
  readonly file: File
  readonly options: UploadOptions
  readonly finish: (result?: CompletedUpload) => void
  readonly fail: (error: GalleristError) => void
}

/** An upload client whose uploads end when the test says so; an abort ends them at once, unless `deaf`. */
export function createScriptedUploadClient({ deaf = false } = {}) {
  const started: RunningUpload[] = []
  const renewed: string[] = []
  const answers: (() => UploadLease | Promise<UploadLease>)[] = []
  const client: UploadClient = {
    uploadMedia: (file, options) =>
      new Promise((resolve, reject) => {
        if (!deaf) options.signal.addEventListener('abort', () => reject(new AbortedError()))
        started.push({ file, options, finish: (result = sampleUpload()) => resolve(result), fail: reject })
      }),
    uploads: {
      renew: async (uploadId) => {
        renewed.push(uploadId)
        const answer = answers.shift()
        if (!answer) throw new Error('the test has no answer to a renewal')
        return answer()
      },
    },
  }
  return { client, started, renewed, answerRenewal: (answer: (typeof answers)[number]) => answers.push(answer) }
}
