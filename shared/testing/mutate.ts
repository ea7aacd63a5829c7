/** A small seeded generator (mulberry32, public domain), so that a failing file can be made again from its number. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const EXTREMES = [
  '0',
  '-0',
  '1',
  '-1',
  '.',
  '-',
  '1e308',
  '-1e-308',
  '1e999',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  `0.${'0'.repeat(400)}1`,
  '2147483648',
  '-2147483649',
  '4294967295',
  '9007199254740993',
  '10000000',
  '10000001',
  '1000.0001',
  '360',
  '-360.0001',
  '',
]

/** Damages a file the way disks, mails and editors do, and the way people who mean harm do: one to four changes. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let result = bytes
  const changes = 1 + Math.floor(random() * 4)
  for (let i = 0; i < changes; i++) {
    const change = CHANGES[Math.floor(random() * CHANGES.length)]!
    result = change(result, other, random)
  }
  return result
}

type Change = (bytes: Uint8Array, other: Uint8Array, random: () => number) => Uint8Array

const CHANGES: readonly Change[] = [flipBytes, cutEnd, cutOut, splice, repeatTokens, swapNumbers, swapNumbers]

function place(bytes: Uint8Array, random: () => number): number {
  return Math.floor(random() * (bytes.length + 1))
}

function flipBytes(bytes: Uint8Array, _other: Uint8Array, random: () => number): Uint8Array {
  const flipped = bytes.slice()
  const flips = 1 + Math.floor(random() * 8)
  for (let i = 0; i < flips && flipped.length > 0; i++) {
    flipped[Math.floor(random() * flipped.length)]! ^= 1 << Math.floor(random() * 8)
  }
  return flipped
}

function cutEnd(bytes: Uint8Array, _other: Uint8Array, random: () => number): Uint8Array {
  return bytes.slice(0, place(bytes, random))
}

function cutOut(bytes: Uint8Array, _other: Uint8Array, random: () => number): Uint8Array {
  const start = place(bytes, random)
  return joined(bytes.subarray(0, start), bytes.subarray(start + Math.floor(random() * 200)))
}

function splice(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const from = place(other, random)
  const at = place(bytes, random)
  return joined(bytes.subarray(0, at), other.subarray(from, from + Math.floor(random() * 2000)), bytes.subarray(at))
}

function repeatTokens(bytes: Uint8Array, _other: Uint8Array, random: () => number): Uint8Array {
  const at = place(bytes, random)
  const token = bytes.subarray(at, at + 1 + Math.floor(random() * 40))
  const times = random() < 0.1 ? 500 : 1 + Math.floor(random() * 5)
  return joined(bytes.subarray(0, at), ...Array.from({ length: times }, () => token), bytes.subarray(at))
}

/** Puts an extreme in place of a number. */
function swapNumbers(bytes: Uint8Array, _other: Uint8Array, random: () => number): Uint8Array {
  let start = place(bytes, random)
  while (start < bytes.length && !isNumeric(bytes[start]!)) start++
  let end = start
  while (end < bytes.length && isNumeric(bytes[end]!)) end++
  const extreme = EXTREMES[Math.floor(random() * EXTREMES.length)]!
  const letters = Uint8Array.from(Array.from(extreme, letter => letter.charCodeAt(0)))
  return joined(bytes.subarray(0, start), letters, bytes.subarray(end))
}

function isNumeric(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 45 || byte === 46
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}
