/** Who is who, over the wire: signing in, computers, the account. Both sides check with these. */
import { z } from 'zod'

/** As it is typed; the server folds it before it compares. */
export const emailText = z.string().trim().min(3).max(254)
/** A code as it is typed, with its dashes and in any case. */
export const codeText = z.string().trim().min(4).max(40)
const token = z.string().min(20).max(4_096)
const id = z.uuid()
const instant = z.number().int()

/** What a computer says of itself when it signs in. */
export const newDevice = z
  .object({
    name: z.string().trim().min(1).max(60),
    platform: z.string().trim().min(1).max(40),
    /** The name it stamps with, so that "changed on the laptop" can be said; a renewed one is told at the next refresh. */
    stampId: z.string().min(1).max(64).nullable().default(null),
  })
  .strict()

export const offersAnswer = z.object({ google: z.boolean(), signUp: z.boolean() })

export const sendCodeRequest = z.object({ email: emailText }).strict()
export const signInRequest = z.object({ email: emailText, code: codeText, device: newDevice }).strict()
export const pairRequest = z.object({ code: codeText, device: newDevice }).strict()
export const refreshRequest = z
  .object({ refreshToken: token, stampId: z.string().min(1).max(64).nullable().default(null) })
  .strict()
export const signOutRequest = z.object({ refreshToken: token }).strict()
export const googleClaimRequest = z
  .object({ secret: z.string().min(43).max(128), code: z.string().min(20).max(128), device: newDevice })
  .strict()

/** Signed in. `expiresAt`: when the access token ends, by the server's clock. */
export const signedInAnswer = z.object({
  accessToken: token,
  expiresAt: instant,
  refreshToken: token,
  deviceId: id,
  account: z.object({ id, email: z.string(), tenantId: id, slug: z.string() }),
  /** The account was made by this. */
  isNew: z.boolean(),
})

export const refreshAnswer = z.object({ accessToken: token, expiresAt: instant, refreshToken: token })

export const nothingAnswer = z.object({})

export const pairingAnswer = z.object({ code: z.string(), expiresAt: instant })

export const deviceAnswer = z.object({
  id,
  name: z.string(),
  platform: z.string(),
  signedInAt: instant,
  lastSeenAt: instant.nullable(),
  isThis: z.boolean(),
  /** Every name it has stamped with, the newest first. */
  stampIds: z.array(z.string()),
})
export const devicesAnswer = z.object({ devices: z.array(deviceAnswer) })
export const renameDeviceRequest = z.object({ name: z.string().trim().min(1).max(60) }).strict()

export const accountAnswer = z.object({
  id,
  email: z.string(),
  tenantId: id,
  slug: z.string(),
  role: z.string(),
  createdAt: instant,
})
export const changeEmailRequest = z.object({ email: emailText }).strict()
export const confirmEmailRequest = z.object({ email: emailText, code: codeText }).strict()

/** How every refusal looks; when to try again stands in the header `retry-after`, in seconds. */
export const refusalAnswer = z.object({
  error: z.object({ code: z.string(), message: z.string(), request: z.string().optional() }),
})

export type NewDevice = z.infer<typeof newDevice>
export type SignedIn = z.infer<typeof signedInAnswer>
export type Refreshed = z.infer<typeof refreshAnswer>
export type DeviceLine = z.infer<typeof deviceAnswer>
export type AccountAnswer = z.infer<typeof accountAnswer>
