/** Secrets the server has to read again (passwords of roles), encrypted under the key of the settings. */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Random } from '#shared/domain/ids.ts'

export interface SecretBox {
  /** AES-256-GCM, bound to `about`: a secret moved to another row does not open. */
  seal(text: string, about: string): string
  /** @throws when it was not sealed with this key about the same thing */
  open(sealed: string, about: string): string
  /** A password that follows from the key: the same at each start. */
  derive(about: string): string
}

export function createSecretBox(key: Buffer, random: Random): SecretBox {
  return {
    seal(text, about) {
      const nonce = Buffer.from(random.bytes(12))
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    derive: about => createHmac('sha256', key).update(`bobbin ${about}`).digest('base64url'),
  }
}
