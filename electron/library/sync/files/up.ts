import { hash as hashOf } from 'node:crypto'
import { open } from 'node:fs/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import { MOST_ASKED, MOST_FILE_BYTES, PART_BYTES, SMALL_BYTES } from '#shared/sync/files/wire.ts'
import type { Context } from '#library/context.ts'
import { filesToSend, type PlacedFile, type Place, putLost } from '#library/db/tables/cloud-file.ts'
import { hashOfFile } from '#library/files/hash-of-file.ts'
import { CloudTrouble, type FileCloud, type OwnFile } from './cloud.ts'
import { createGate, inLanes } from './lanes.ts'

/** Connections that carry files up at once. */
const LANES = 6
/** Of them, those with large files: a part that is cut off is sent again whole, and these are the largest pieces. */
const LARGE_LANES = 2
/** Bytes and files of one bundle. */
const BUNDLE_BYTES = 1024 * 1024
const BUNDLE_FILES = 64

type UpContext = Pick<Context, 'db' | 'log' | 'originals'>

type Job = { readonly small: readonly PlacedFile[] } | { readonly large: PlacedFile; readonly at: number }

export interface UpRound {
  readonly cloud: FileCloud
  /** Whether this one goes now. */
  goes(file: PlacedFile): boolean
  /** The cloud has these. */
  there(hashes: readonly string[]): void
}

/**
 * Carries up everything that is here and not known to be there, the newest first. What the cloud has already, from another computer or
 * from before a crash, is only marked. Resolves when nothing more can be done now.
 * @returns whether all of it is there
 * @throws CloudTrouble when nothing gets through; what was acknowledged stays marked
 */
export async function sendAll(context: UpContext, { cloud, goes, there }: UpRound): Promise<boolean> {
  const { db, originals, log } = context
  const gate = createGate(LARGE_LANES)
  let isFull = false
  let left = 0
  /** Hashes by why the cloud did not take them. */
  const refused = new Map<string, string[]>()

  async function* jobs(): AsyncIterable<Job> {
    let after: Place | null = null
    for (;;) {
      const page: PlacedFile[] = filesToSend(db, after, MOST_ASKED)
      const going = page.filter(goes)
      left += page.length - going.length
      if (going.length > 0) yield* jobsOf(going)
      after = page.at(-1) ?? null
      if (page.length < MOST_ASKED) return
    }
  }

  async function* jobsOf(page: readonly PlacedFile[]): AsyncIterable<Job> {
    const missing = new Map((await cloud.missing(page.map(file => file.hash))).map(({ hash, at }) => [hash, at]))
    there(page.flatMap(({ hash }) => (missing.has(hash) ? [] : hash)))
    let small: PlacedFile[] = []
    let bytes = 0
    for (const file of page) {
      const at = missing.get(file.hash)
      if (at === undefined) continue
      if (file.bytes > SMALL_BYTES) {
        yield { large: file, at }
        continue
      }
      if (small.length === BUNDLE_FILES || (small.length > 0 && bytes + file.bytes > BUNDLE_BYTES)) {
        yield { small }
        small = []
        bytes = 0
      }
      small.push(file)
      bytes += file.bytes
    }
    if (small.length > 0) yield { small }
  }

  async function sendSmall(files: readonly PlacedFile[]): Promise<void> {
    const own: OwnFile[] = []
    for (const { hash } of files) {
      const bytes = await bytesOf(hash)
      if (bytes) own.push({ hash, bytes })
    }
    await sendTogether(own)
  }

  async function sendTogether(own: readonly OwnFile[]): Promise<void> {
    if (own.length === 0) return
    const outcomes = await cloud.sendBundle(own)
    if (outcomes === null) {
      // One of them the cloud cannot take: by itself it harms none of the others.
      if (own.length === 1) return notTaken(own[0]!, 'refused')
      const middle = own.length >> 1
      await sendTogether(own.slice(0, middle))
      return sendTogether(own.slice(middle))
    }
    there(own.flatMap(({ hash }) => (outcomes.get(hash) === 'stored' ? hash : [])))
    for (const file of own)
      if (outcomes.get(file.hash) !== 'stored') notTaken(file, outcomes.get(file.hash) ?? 'failed')
  }

  /** The bytes of a file, or null when they are lost or damaged here: then they are to come from the cloud. */
  async function bytesOf(hash: string): Promise<Uint8Array | null> {
    try {
      const bytes = await originals.read(hash)
      if (hashOf('sha256', bytes, 'hex') === hash) return bytes
    } catch (error) {
      if (!(error instanceof BobbinError) || error.code !== 'original-missing') throw error
    }
    lost(hash)
    return null
  }

  function lost(hash: string): void {
    log.warn({ hash }, 'an original is lost or damaged on this disk')
    putLost(db, [hash])
  }

  function notTaken(file: { hash: string }, outcome: string): void {
    left++
    if (outcome === 'full') isFull = true
    else {
      const hashes = refused.get(outcome) ?? []
      hashes.push(file.hash)
      refused.set(outcome, hashes)
    }
  }

  /** Once a round: a cloud in trouble takes none of ten thousand. */
  function tellRefused(): void {
    for (const [outcome, hashes] of refused)
      log.warn({ outcome, files: hashes.length, first: hashes[0] }, 'the cloud did not take some files')
  }

  async function sendLarge(file: PlacedFile, at: number): Promise<void> {
    if (file.bytes > MOST_FILE_BYTES) return notTaken(file, 'file-too-large')
    if (file.bytes <= PART_BYTES) {
      const bytes = await bytesOf(file.hash)
      if (bytes) await took(file, await cloud.sendWhole({ hash: file.hash, bytes }))
      return
    }
    const handle = await open(originals.path(file.hash)).catch(() => null)
    if (!handle) return lost(file.hash)
    try {
      const { size: total } = await handle.stat()
      for (let from = at; ; ) {
        const bytes = new Uint8Array(Math.min(PART_BYTES, Math.max(0, total - from)))
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
        if (bytesRead < bytes.length || bytesRead === 0) return notTaken(file, 'failed')
        const answer = await cloud.sendPart(file.hash, { from, total, bytes })
        if ('refused' in answer || answer.stored) return took(file, answer)
        // The cloud says where to go on; were it ever the same place again and again, that would never end.
        if (answer.at <= from) return notTaken(file, 'failed')
        from = answer.at
      }
    } finally {
      await handle.close()
    }
  }

  async function took(file: PlacedFile, answer: Awaited<ReturnType<FileCloud['sendWhole']>>): Promise<void> {
    if ('refused' in answer) {
      notTaken(file, answer.refused)
      // The way spoiled it, or our disk did.
      if (answer.refused === 'wrong-hash' && (await hashOfFile(originals.path(file.hash))) !== file.hash)
        lost(file.hash)
    } else if (answer.stored) there([file.hash])
    else notTaken(file, 'failed')
  }

  try {
    await inLanes(jobs(), LANES, job => {
      if (isFull) throw new CloudTrouble('full')
      return 'small' in job ? sendSmall(job.small) : gate(() => sendLarge(job.large, job.at))
    })
  } finally {
    tellRefused()
  }
  if (isFull) throw new CloudTrouble('full')
  return left === 0
}
