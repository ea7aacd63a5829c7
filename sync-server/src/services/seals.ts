import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** 32 bytes that nobody can make or take apart without the settings' secret key. */
export interface Seals {
  /** Each purpose has a key of its own, so that a seal made for one is worth nothing for another. The parts keep their borders. */
  seal(purpose: string, ...parts: readonly (string | Uint8Array)[]): Buffer
}

export function createSeals(secretKey: Uint8Array): Seals {
  const keys = new Map<string, Buffer>()
  function keyFor(purpose: string): Buffer {
    const known = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secretKey, 'bobbin seals', purpose, 32))
    keys.set(purpose, known)
    return known
  }
  return {
    seal(purpose, ...parts) {
      const hmac = createHmac('sha256', keyFor(purpose))
      for (const part of parts) {
        const bytes = typeof part === 'string' ? Buffer.from(part) : part
        hmac.update(`${bytes.length}:`).update(bytes)
      }
      return hmac.digest()
    },
  }
}

export const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Compared in a time that says nothing about where they differ. */
export function isSameSecret(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}
