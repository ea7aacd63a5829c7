/** Secrets the server has to read again (passwords of roles), encrypted under the keys of the settings. */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Random } from '#shared/domain/ids.ts'

/** The present one first: it seals. All of them open. */
export type SecretKeys = readonly [Buffer, ...Buffer[]]

export interface SecretBox {
  /** AES-256-GCM under the present key, bound to `about`: a secret moved to another row does not open. */
  seal(text: string, about: string): string
  /** @throws KeyMissing when it was not sealed with one of these keys about the same thing */
  open(sealed: string, about: string): string
  /** Whether any key opens it. */
  opens(sealed: string, about: string): boolean
  /** Whether it was sealed with the present key. */
  isPresent(sealed: string, about: string): boolean
  /** A password that follows from each key: the same at each start, the present one first. */
  derive(about: string): readonly [string, ...string[]]
}

export class KeyMissing extends Error {
  constructor(about: string) {
    super(
      `The secret of ${about} opens with no secret key of the settings. The key it was sealed with is missing: name it in BOBBIN_EARLIER_SECRET_KEYS.`,
    )
    this.name = 'KeyMissing'
  }
}

export function createSecretBox(keys: SecretKeys, random: Random): SecretBox {
  const [present, ...earlier] = keys
  const deriveWith = (key: Buffer, about: string) =>
    createHmac('sha256', key).update(`bobbin ${about}`).digest('base64url')
  return {
    seal(text, about) {
      const nonce = Buffer.from(random.bytes(12))
      const cipher = createCipheriv('aes-256-gcm', present, nonce).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, about) {
      for (const key of keys) {
        const text = openWith(key, sealed, about)
        if (text !== null) return text
      }
      throw new KeyMissing(about)
    },
    opens: (sealed, about) => keys.some(key => openWith(key, sealed, about) !== null),
    isPresent: (sealed, about) => openWith(present, sealed, about) !== null,
    derive: about => [deriveWith(present, about), ...earlier.map(key => deriveWith(key, about))],
  }
}

/** Null when it was sealed with another key, or about something else. */
function openWith(key: Buffer, sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
