import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { SecretKeys } from './secret-box.ts'

/** 32 bytes that nobody can make or take apart without the settings' secret key. */
export interface Seals {
  /** Each purpose has a key of its own, so that a seal made for one is worth nothing for another. The parts keep their borders. */
  seal(purpose: string, ...parts: Parts): Buffer
  /** As each key of the settings makes it, the present one first: what was sealed with an earlier one still counts. */
  every(purpose: string, ...parts: Parts): Buffer[]
}

type Parts = readonly (string | Uint8Array)[]

export function createSeals(secretKeys: SecretKeys): Seals {
  const keys = new Map<string, Buffer[]>()
  function keysFor(purpose: string): Buffer[] {
    const known =
      keys.get(purpose) ?? secretKeys.map(key => Buffer.from(hkdfSync('sha256', key, 'bobbin seals', purpose, 32)))
    keys.set(purpose, known)
    return known
  }
  return {
    seal: (purpose, ...parts) => sealWith(keysFor(purpose)[0]!, parts),
    every: (purpose, ...parts) => keysFor(purpose).map(key => sealWith(key, parts)),
  }
}

function sealWith(key: Buffer, parts: Parts): Buffer {
  const hmac = createHmac('sha256', key)
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    hmac.update(`${bytes.length}:`).update(bytes)
  }
  return hmac.digest()
}

export const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Compared in a time that says nothing about where they differ. */
export function isSameSecret(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}
