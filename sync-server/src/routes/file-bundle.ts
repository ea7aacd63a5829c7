import type { Readable } from 'node:stream'
import { Refusal } from '#server/refusal.ts'
import type { SmallFile } from '#server/services/files/shelf.ts'
import { BadBundle, createFrameReader, frameHead } from '#shared/sync/files/frames.ts'
import { type BundleOutcome, MOST_BUNDLE_BYTES, MOST_BUNDLE_FILES } from '#shared/sync/files/wire.ts'

/**
 * Stored in one transaction. Each costs the same questions and one wait for the disk; but all of it stands in memory until then, for every
 * connection, and is sent a second time when the server itself dies before the commit.
 */
const TOGETHER_BYTES = 512 * 1024
const TOGETHER_FILES = 64

/**
 * Stores the files of a bundle as they come, and answers for each. When the device goes away half-way, what came whole is stored all the
 * same: it is not sent again.
 * @throws Refusal for a bundle that is too large or none; what came before is stored
 */
export async function takeBundle(
  body: AsyncIterable<Uint8Array>,
  announced: number | null,
  take: (files: readonly SmallFile[]) => Promise<readonly BundleOutcome[]>,
  onTrouble: (error: unknown) => void,
): Promise<{ hash: string; outcome: BundleOutcome }[]> {
  if (announced !== null && announced > MOST_BUNDLE_BYTES) throw tooLarge()
  const outcomes: { hash: string; outcome: BundleOutcome }[] = []
  const reader = createFrameReader()
  let batch: SmallFile[] = []
  let batchBytes = 0
  let length = 0

  async function store(): Promise<void> {
    const due = batch
    batch = []
    batchBytes = 0
    if (due.length === 0) return
    try {
      const answers = await take(due)
      for (const [index, { hash }] of due.entries()) outcomes.push({ hash, outcome: answers[index] ?? 'failed' })
    } catch (error) {
      onTrouble(error)
      for (const { hash } of due) outcomes.push({ hash, outcome: 'failed' })
    }
  }

  try {
    for await (const chunk of body) {
      length += chunk.length
      if (length > MOST_BUNDLE_BYTES) throw tooLarge()
      for (const { hash, bytes } of reader.push(chunk)) {
        if (bytes === null) throw new BadBundle('a file that is not there')
        batch.push({ hash, bytes })
        batchBytes += bytes.length
        if (outcomes.length + batch.length > MOST_BUNDLE_FILES) throw tooLarge()
        if (batch.length >= TOGETHER_FILES || batchBytes >= TOGETHER_BYTES) await store()
      }
    }
    if (!reader.isWhole) throw new BadBundle('it ends within a frame')
  } catch (error) {
    throw error instanceof BadBundle ? new Refusal('bundle-wrong', 'This is no bundle of small files.') : error
  } finally {
    await store()
  }
  return outcomes
}

/**
 * What is sent, as it comes. Where reading ends early, the rest is read past and let go: the answer reaches whoever is still sending, and
 * the connection can be used again.
 */
export async function* chunksOf(body: Readable): AsyncIterable<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  } finally {
    body.resume()
  }
}

const tooLarge = () => new Refusal('bundle-too-large', 'This bundle is too large.', 413)

/** Files as frames, one after another. */
export async function* framesOf(
  files: AsyncIterable<{ readonly hash: string; readonly bytes: Uint8Array | null }>,
): AsyncIterable<Uint8Array> {
  for await (const { hash, bytes } of files) {
    yield frameHead(hash, bytes?.length ?? null)
    if (bytes && bytes.length > 0) yield bytes
  }
}
