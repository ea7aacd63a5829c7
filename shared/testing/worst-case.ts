import { expect } from 'vitest'
import { readDesign } from '#shared/formats/registry.ts'
import { MAX_FILE_BYTES, type ReadDesign } from '#shared/formats/types.ts'

/**
 * Two seconds is the promise of every reader on a quiet computer of today; `npm run bench -- parse` tells how fast they are. This only
 * finds the reader that never ends: processor time, too, grows several times over where programs share a core.
 */
const MOST_MS = 20_000

/** The largest file there may be, made of a beginning, one short piece as often as there is room, and an end. */
export function repeated(head: Uint8Array | string, unit: Uint8Array | string, tail: Uint8Array | string): Uint8Array {
  const [first, piece, last] = [Buffer.from(head), Buffer.from(unit), Buffer.from(tail)]
  const room = MAX_FILE_BYTES - first.length - last.length
  const bytes = Buffer.alloc(first.length + room - (room % piece.length) + last.length)
  bytes.set(first)
  bytes.fill(piece, first.length, bytes.length - last.length)
  bytes.set(last, bytes.length - last.length)
  return bytes
}

/** Holds that a file is read or refused within the time a reader may take, and with no more remarks than anyone reads. */
export function readInTime(bytes: Uint8Array, name: string): void {
  inTime(() => readDesign(bytes, name).reading)
}

/** `readInTime` with the reader itself, whatever the file looks like. */
export function readInTimeWith(read: ReadDesign, bytes: Uint8Array): void {
  inTime(() => read(bytes))
}

function inTime(read: () => ReturnType<ReadDesign>): void {
  const started = process.cpuUsage()
  const reading = read()
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(MOST_MS)
  expect(reading.warnings.length).toBeLessThan(200)
  expect(reading.ok || reading.failure.code).not.toBeOneOf(['internal-reader-error', 'unreadable'])
}
