/**
 * Frames as bytes, for transports that carry bytes (WebSocket).
 *
 * Layout: version (1 byte), 3 bytes of zero, header length (uint32 little-endian), header (UTF-8 JSON), then each attachment
 * beginning at the next multiple of 8, so that a Float64Array can be a view into the message. The header is
 * `{ frame, parts }`; a binary value stands in `frame` as null and in `parts` as its path, its type and its length in bytes.
 * Paths instead of marker objects: no ordinary value can be mistaken for an attachment.
 */
import { isRecord } from './frame.ts'

const VERSION = 1
const PREFIX = 8
const MAX_DEPTH = 64

type Path = readonly (string | number)[]

interface Part {
  readonly path: Path
  readonly type: 'u8' | 'f64'
  readonly bytes: number
}

/** Throws a TypeError for what cannot travel: functions, symbols, bigints, other typed arrays, values nested too deep. */
export function encodeFrame(frame: unknown): Uint8Array<ArrayBuffer> {
  const parts: Part[] = []
  const binaries: Uint8Array[] = []
  const plain = lift(frame, [], (path, value) => {
    const isDoubles = value instanceof Float64Array
    parts.push({ path, type: isDoubles ? 'f64' : 'u8', bytes: value.byteLength })
    binaries.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  })
  const header = new TextEncoder().encode(JSON.stringify({ frame: plain, parts }))
  let size = aligned(PREFIX + header.length)
  for (const binary of binaries) size = aligned(size + binary.length)
  const message = new Uint8Array(size)
  message[0] = VERSION
  new DataView(message.buffer).setUint32(4, header.length, true)
  message.set(header, PREFIX)
  let at = aligned(PREFIX + header.length)
  for (const binary of binaries) {
    message.set(binary, at)
    at = aligned(at + binary.length)
  }
  return message
}

/** The value in a message, undefined when the bytes are not one. Attachments are views into `message`, never copies. */
export function decodeFrame(message: ArrayBuffer): unknown {
  if (message.byteLength < PREFIX) return undefined
  const view = new DataView(message)
  const headerLength = view.getUint32(4, true)
  if (view.getUint8(0) !== VERSION || headerLength > message.byteLength - PREFIX) return undefined
  const header = parse(new Uint8Array(message, PREFIX, headerLength))
  if (!isRecord(header) || !Array.isArray(header.parts)) return undefined
  let at = aligned(PREFIX + headerLength)
  for (const part of header.parts as unknown[]) {
    if (!isPart(part) || part.bytes > message.byteLength - at) return undefined
    const value =
      part.type === 'f64' ? new Float64Array(message, at, part.bytes / 8) : new Uint8Array(message, at, part.bytes)
    if (!place(header, ['frame', ...part.path], value)) return undefined
    at = aligned(at + part.bytes)
  }
  return header.frame
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8
}

function lift(value: unknown, path: Path, attach: (path: Path, value: Uint8Array | Float64Array) => void): unknown {
  if (path.length > MAX_DEPTH) throw new TypeError('a value is nested too deep to travel')
  if (value instanceof Uint8Array || value instanceof Float64Array) {
    attach(path, value)
    return null
  }
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new TypeError(`a ${typeof value} cannot travel`)
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item, index) => lift(item, [...path, index], attach))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects can travel')
  const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [key, item] of Object.entries(value)) plain[key] = lift(item, [...path, key], attach)
  return plain
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isPart(value: unknown): value is Part {
  if (!isRecord(value) || !Array.isArray(value.path) || value.path.length > MAX_DEPTH) return false
  if (!value.path.every(step => typeof step === 'string' || typeof step === 'number')) return false
  const bytes = value.bytes
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0) return false
  return value.type === 'u8' || (value.type === 'f64' && bytes % 8 === 0)
}

/** Only ever replaces a null that stands there as an own property: a path can reach nothing else, prototypes included. */
function place(root: object, path: Path, value: unknown): boolean {
  let holder: object = root
  for (const step of path.slice(0, -1)) {
    const next: unknown = Object.hasOwn(holder, step) ? (holder as Record<string | number, unknown>)[step] : undefined
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) return false
    holder = next
  }
  const last = path[path.length - 1]!
  const slots = holder as Record<string | number, unknown>
  if (!Object.hasOwn(slots, last) || slots[last] !== null) return false
  slots[last] = value
  return true
}
