import type { Random } from '#shared/domain/ids.ts'
import { isSameSecret, type Seals } from './seals.ts'

/**
 * A refresh token as bytes: the device, the generation, 256 random bits, a seal. The seal tells a token that was once given out from one
 * that somebody made up: only the former, used again after its time, signs a device out.
 */
const DEVICE = 16
const GENERATION = 4
const SECRET = 32
const SEAL = 16
const PURPOSE = 'refresh-token'
const WHOLE = DEVICE + GENERATION + SECRET + SEAL

export interface RefreshWords {
  readonly deviceId: string
  readonly generation: number
}

export function makeRefreshToken(seals: Seals, random: Random, { deviceId, generation }: RefreshWords): string {
  const body = Buffer.alloc(DEVICE + GENERATION + SECRET)
  Buffer.from(deviceId.replaceAll('-', ''), 'hex').copy(body)
  body.writeUInt32BE(generation, DEVICE)
  body.set(random.bytes(SECRET), DEVICE + GENERATION)
  return Buffer.concat([body, sealOf(seals, body)]).toString('base64url')
}

/** Null for whatever this cloud has never given out. */
export function readRefreshToken(seals: Seals, token: string): RefreshWords | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== WHOLE) return null
  const body = bytes.subarray(0, WHOLE - SEAL)
  const seal = bytes.subarray(WHOLE - SEAL)
  return seals.every(PURPOSE, body).some(one => isSameSecret(seal, one.subarray(0, SEAL))) ? readUnproven(token) : null
}

/** What a token says of itself, whoever made it. Null when it is none. */
export function readUnproven(token: string): RefreshWords | null {
  const body = Buffer.from(token, 'base64url')
  if (body.length !== WHOLE) return null
  const hex = body.toString('hex', 0, DEVICE)
  const deviceId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return { deviceId, generation: body.readUInt32BE(DEVICE) }
}

const sealOf = (seals: Seals, body: Uint8Array): Buffer => seals.seal(PURPOSE, body).subarray(0, SEAL)
