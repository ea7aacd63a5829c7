import { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'
import { readJson, writeSmallFile } from './atomic-file.ts'

/** What is used of Electron's safeStorage. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  /** Linux only. `basic_text`: locked with a key that everybody knows. */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(locked: Buffer): string
}

/** Things only this person on this computer may read: a sign-in, a token. Locked by the keychain of the system. */
export interface Secrets {
  /** Null when there is none, or when the keychain it was locked with is gone. */
  get(name: string): string | null
  /** @throws BobbinError `no-keychain`: rather not kept than kept where anybody can read it */
  set(name: string, secret: string): void
  remove(name: string): void
}

const file = z.record(z.string(), z.string())

export function createSecrets(path: string, storage: SafeStorage): Secrets {
  function read(): Record<string, string> {
    return file.safeParse(readJson(path)).data ?? {}
  }

  function write(secrets: Record<string, string>): void {
    writeSmallFile(path, JSON.stringify(secrets), 0o600)
  }

  function isSafe(): boolean {
    return storage.isEncryptionAvailable() && storage.getSelectedStorageBackend?.() !== 'basic_text'
  }

  return {
    get(name) {
      const locked = new Map(Object.entries(read())).get(name)
      if (locked === undefined || !isSafe()) return null
      try {
        return storage.decryptString(Buffer.from(locked, 'base64'))
      } catch {
        return null
      }
    },
    set(name, secret) {
      if (!isSafe()) {
        throw new BobbinError(
          'no-keychain',
          'This computer has no keychain that is switched on, so Bobbin does not keep your sign-in. You can sign in each time.',
        )
      }
      write({ ...read(), [name]: storage.encryptString(secret).toString('base64') })
    },
    remove(name) {
      const secrets = read()
      if (!Object.hasOwn(secrets, name)) return
      write(Object.fromEntries(Object.entries(secrets).filter(([key]) => key !== name)))
    },
  }
}
