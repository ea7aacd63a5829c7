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
  const bytes = random.bytes(16)
  let ms = clock.now()
  for (let index = 5; index >= 0; index--) {
    bytes[index] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return formatUuid(bytes)
}

/** 16 bytes as the canonical 8-4-4-4-12 text. */
export function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
