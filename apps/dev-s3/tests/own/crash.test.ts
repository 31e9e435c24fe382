import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { listBlobs } from '../fixture/blob-files.ts'
import { createClient } from '../fixture/clients.ts'
import { prepareFolder } from '../fixture/own-server.ts'
import { startServerProcess } from '../fixture/server-process.ts'

const Bucket = 'crash'
const keys = Array.from({ length: 8 }, (_, index) => `lane-${index}`)
/** DEV_S3_CRASH_ROUNDS=50 looks longer; the default keeps the suite short. */
const rounds = Number(process.env['DEV_S3_CRASH_ROUNDS'] ?? 4)
const acknowledgementsPerRound = 60

/** What each key held when its last write was acknowledged, and what a write that was under way would make it. */
interface Ledger {
  readonly acknowledged: Map<string, string | undefined>
  readonly underWay: Map<string, string | undefined>
}

/** From a few bytes to 300 kB, and different for every write. */
function toContent(key: string, step: number): string {
  return `${key}:${step};`.repeat(step % 3 === 0 ? 30_000 : 3)
}

async function putInParts(client: S3Client, Key: string, content: string): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const Body = Buffer.from(content)
  const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body }))
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }))
}

/** Every fifth step deletes and every fourth uploads in parts. */
async function write(client: S3Client, Key: string, step: number, content: string | undefined): Promise<void> {
  if (content === undefined) await client.send(new DeleteObjectCommand({ Bucket, Key }))
  else if (step % 4 === 0) await putInParts(client, Key, content)
  else await client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from(content) }))
}

/** Writes one key over and over until the server is gone. */
async function writeUntilKilled(client: S3Client, key: string, ledger: Ledger, onAcknowledged: () => void) {
  for (let step = 1; ; step += 1) {
    const content = step % 5 === 0 ? undefined : toContent(key, step)
    ledger.underWay.set(key, content)
    try {
      await write(client, key, step, content)
    } catch {
      return
    }
    ledger.acknowledged.set(key, content)
    onAcknowledged()
  }
}

async function runUntilKilled(dataDir: string, ledger: Ledger): Promise<void> {
  const server = await startServerProcess(dataDir)
  const client = createClient(server)
  let remaining = acknowledgementsPerRound
  const onAcknowledged = (): void => {
    remaining -= 1
    if (remaining === 0) server.child.kill('SIGKILL')
  }
  await Promise.all(keys.map((key) => writeUntilKilled(client, key, ledger, onAcknowledged)))
  await server.end('SIGKILL')
}

async function read(client: S3Client, Key: string): Promise<string | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
    return await Body?.transformToString()
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}

async function countParts(client: S3Client): Promise<number> {
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }))
  const lists = Uploads.map(({ Key, UploadId }) => client.send(new ListPartsCommand({ Bucket, Key, UploadId })))
  return (await Promise.all(lists)).reduce((total, { Parts = [] }) => total + Parts.length, 0)
}

/** Starts on the folder again: every key is as acknowledged or as under way, and every blob has its row. */
async function checkAndAdopt(dataDir: string, ledger: Ledger): Promise<void> {
  const server = await startServerProcess(dataDir)
  const client = createClient(server)
  const found = await Promise.all(keys.map(async (key) => [key, await read(client, key)] as const))
  for (const [key, content] of found) {
    expect([ledger.acknowledged.get(key), ledger.underWay.get(key)]).toContain(content)
    ledger.acknowledged.set(key, content)
  }
  const { KeyCount = 0 } = await client.send(new ListObjectsV2Command({ Bucket }))
  expect(await listBlobs(dataDir)).toHaveLength(KeyCount + (await countParts(client)))
  await server.end('SIGTERM')
}

test(
  `after ${rounds} kills nothing acknowledged is lost or torn and no blob is left over`,
  { timeout: 30_000 * rounds },
  async () => {
    const dataDir = await prepareFolder()
    const ledger: Ledger = { acknowledged: new Map(), underWay: new Map() }
    const first = await startServerProcess(dataDir)
    await createClient(first).send(new CreateBucketCommand({ Bucket }))
    await first.end('SIGTERM')
    for (let round = 0; round < rounds; round += 1) {
      await runUntilKilled(dataDir, ledger)
      await checkAndAdopt(dataDir, ledger)
    }
  },
)
