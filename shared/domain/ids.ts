/** The world's clock and dice, handed in at the front door so that tests can hold them. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number
}
export interface Random {
  /** `count` unpredictable bytes. */
  bytes(count: number): Uint8Array
}

/** UUID version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then 74 random bits; sorts by time of making. */
export function uuidV7(clock: Clock, random: Random): string {
  return formatUuid(uuidBytes(clock.now(), random))
}

/** The most that the 12 bits behind the version count to. */
const MOST_A_MS = 0xfff

/**
 * Makes ids that rise in the order they are made, within one millisecond and when the clock goes back too: the 12 bits behind the version
 * count, from somewhere in their lower half, and 62 are random (RFC 9562 section 6.2, method 1).
 */
export function risingIds(clock: Clock, random: Random): () => string {
  let ms = -1
  let count = 0
  return () => {
    const now = clock.now()
    const isLater = now > ms
    if (isLater) ms = now
    else if (count === MOST_A_MS) ms++
    const bytes = uuidBytes(ms, random)
    count = isLater || count === MOST_A_MS ? ((bytes[6]! & 0x07) << 8) | bytes[7]! : count + 1
    bytes[6] = 0x70 | (count >> 8)
    bytes[7] = count & 0xff
    return formatUuid(bytes)
  }
}

function uuidBytes(ms: number, random: Random): Uint8Array {
  const bytes = random.bytes(16)
  for (let index = 5, rest = ms; index >= 0; index--, rest = Math.floor(rest / 256)) bytes[index] = rest % 256
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes
}

/** 16 bytes as the canonical 8-4-4-4-12 text. */
export function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
