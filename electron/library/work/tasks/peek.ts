import { hash as hashOf, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { formatInfo } from '#shared/formats/catalogue.ts'
import { detect } from '#shared/formats/detect.ts'
import { DETECT_BYTES, extensionOf } from '#shared/formats/file-head.ts'
import { formatOf, readSafely } from '#shared/formats/registry.ts'
import { type Detection, type FormatId, MAX_FILE_BYTES } from '#shared/formats/types.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { plainBytes } from '#library/files/plain-bytes.ts'
import { listArchive } from '#library/import/archive/list-archive.ts'
import { MAX_DEPTH } from '#library/import/archive/refusals.ts'
import { stemOf } from '#library/import/names/stem.ts'
import type { ByteSource } from '#library/import/reading.ts'
import { drawSketch } from '#library/pictures/sketch.ts'
import type { TaskContext } from '../thread.ts'
import { unpackTask } from './archive-tasks.ts'
import { SourceReader } from './source.ts'

export interface PeekInput {
  readonly path: string
  readonly name: string
  readonly roomBytes: number
  /** For packages found inside packages. */
  readonly tempDir: string
}

/** What a file holds, without keeping any of it. */
export interface Peeked {
  readonly format: FormatId
  readonly patterns: number
  /** Of every pattern file in it. */
  readonly hashes: readonly string[]
  /** Of the first that can be drawn. */
  readonly sketch: Uint8Array | null
}

/** Whether a file is a pattern, or a package that holds some; null: neither. Nothing of it is kept. */
export async function peekTask(
  { path, name, roomBytes, tempDir }: PeekInput,
  task: TaskContext,
): Promise<Peeked | null> {
  const reader = new SourceReader()
  const seen: Seen = { stems: new Set(), hashes: [], sketch: null }
  try {
    const format = await peekInto({ reader, seen, roomBytes, tempDir, task }, { kind: 'file', path }, name, 0)
    if (seen.hashes.length === 0) return null
    return { format, patterns: seen.stems.size, hashes: seen.hashes, sketch: seen.sketch }
  } finally {
    reader.close()
  }
}

interface Seen {
  readonly stems: Set<string>
  readonly hashes: string[]
  sketch: Uint8Array | null
}

interface Look {
  readonly reader: SourceReader
  readonly seen: Seen
  readonly roomBytes: number
  readonly tempDir: string
  readonly task: TaskContext
}

async function peekInto(look: Look, source: ByteSource, name: string, depth: number): Promise<FormatId> {
  const { reader, seen, task } = look
  task.signal.throwIfAborted()
  task.alive()
  const detection = detect(await reader.head(source, DETECT_BYTES), name)
  if (detection.format === 'zip') await peekArchive(look, source, depth)
  else if (isPattern(detection, name) && reader.size(source) <= MAX_FILE_BYTES) {
    const bytes = new Uint8Array(await reader.whole(source))
    seen.hashes.push(hashOf('sha256', bytes, 'hex'))
    seen.stems.add(stemOf(name).key)
    seen.sketch ??= sketchOf(bytes, detection.format)
  }
  return detection.format
}

async function peekArchive(look: Look, source: ByteSource, depth: number): Promise<void> {
  if (depth >= MAX_DEPTH) return
  const { tempDir, roomBytes, task } = look
  const unpacked = source.kind === 'entry' ? join(tempDir, `peek-${randomUUID()}.zip`) : null
  try {
    if (unpacked !== null) await unpackTask({ source, to: unpacked }, task)
    const archive = unpacked ?? (source.kind === 'file' ? source.path : '')
    const listing = await listArchive(archive, roomBytes, () => task.alive())
    if (!listing.ok) return
    for (const place of listing.entries) {
      const name = place.name.slice(place.name.lastIndexOf('/') + 1)
      // A damaged entry says nothing about the others.
      await peekInto(look, { kind: 'entry', archive, place }, name, depth + 1).catch(() => undefined)
    }
  } finally {
    if (unpacked !== null) await rm(unpacked, { force: true })
  }
}

/** Endings that programs of all kinds use: such a file must show inside that it is a pattern. */
const EVERYDAY = new Set(['cmd', 'exp', 'tap', 'csv', 'txt', 'xy', 'svg'])

function isPattern({ format, by }: Detection, name: string): boolean {
  const { role } = formatInfo(format)
  if (role !== 'design' && role !== 'locked') return false
  return by === 'content' || !EVERYDAY.has(extensionOf(name))
}

function sketchOf(bytes: Uint8Array, format: FormatId): Uint8Array | null {
  const read = formatOf(format)?.read
  if (read === undefined) return null
  try {
    const reading = readSafely(read, plainBytes(bytes), {})
    return reading.ok ? drawSketch(reading.value, measureDesign(reading.value)) : null
  } catch {
    // A picture is a courtesy here: what cannot be unpacked waits without one.
    return null
  }
}
