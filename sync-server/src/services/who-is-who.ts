/** Where everything about who is who is put together. ACCOUNTS.md says what answers which threat. */
import type { Clock, Random } from '#shared/domain/ids.ts'
import type { Config } from '#server/config.ts'
import type { Control } from '#server/db/control.ts'
import type { TenantPools } from '#server/db/pools.ts'
import { createAccessTokens } from './access-tokens.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { type ChangeEmail, createChangeEmail } from './change-email.ts'
import { type Codes, createCodes } from './codes.ts'
import { createDevices, type Devices } from './devices.ts'
import { createEmptyAccounts, type EmptyAccounts } from './empty-accounts.ts'
import { createGoogle, type Google } from './google.ts'
import { createLimits, type Limits } from './limits.ts'
import type { Mailer } from './mail.ts'
import { createOpenId } from './open-id.ts'
import { createPairing, type Pairing } from './pairing.ts'
import { createRefreshTokens } from './refresh-tokens.ts'
import { createSeals } from './seals.ts'
import type { SecretBox } from './secret-box.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createSigningKeys, type SigningKeys } from './signing-keys.ts'
import type { Tenants } from './tenants.ts'
import { createTokens, type Tokens } from './tokens.ts'

export interface WhoIsWho {
  readonly tokens: Tokens
  readonly signIn: SignIn
  readonly changeEmail: ChangeEmail
  readonly accounts: Accounts
  readonly codes: Codes
  readonly devices: Devices
  readonly limits: Limits
  readonly pairing: Pairing
  readonly keys: SigningKeys
  /** Null where none is configured. */
  readonly google: Google | null
  readonly empty: EmptyAccounts
  /** What has to be done every hour, by any of the servers. */
  tend(): Promise<void>
}

export interface WhoIsWhoOptions {
  readonly config: Config
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly box: SecretBox
  readonly tenants: Tenants
  readonly pools: TenantPools
  readonly mail: Mailer
  readonly onTrouble: (error: unknown, doing: string) => void
}

/** Where an OpenID provider sends the browser back to. */
export const GOOGLE_CALLBACK = '/v1/auth/google/callback'
const ISSUER = 'bobbin'

export function createWhoIsWho(options: WhoIsWhoOptions): WhoIsWho {
  const { config, control, clock, random, box, tenants, pools, mail, onTrouble } = options
  const world = { control, clock, random }
  const seals = createSeals(config.secretKeys)
  const keys = createSigningKeys({ ...world, box })
  const access = createAccessTokens({ keys, clock, issuer: ISSUER })
  const devices = createDevices(world)
  const refreshTokens = createRefreshTokens({
    ...world,
    seals,
    revoke: async (trx, deviceId, why) => void (await devices.revokeWithin(trx, deviceId, why, 'server')),
  })
  const accounts = createAccounts({ ...world, tenants })
  const codes = createCodes({ ...world, seals })
  const pairing = createPairing({ ...world, seals })
  const limits = createLimits({ control, clock, seals })
  const google = googleOf(options)
  const empty = createEmptyAccounts({ control, pools, tenants, clock })
  const { contact } = config
  const shared = { accounts, codes, limits, mail, onTrouble }
  return {
    tokens: createTokens({ access, devices }),
    signIn: createSignIn({
      ...shared,
      control,
      devices,
      pairing,
      access,
      refreshTokens,
      rules: {
        isOpen: config.isSignUpOpen,
        invited: config.invited,
        mostFromAddress: config.signUpsPerAddress,
        mostInAll: config.signUpsPerDay,
        contact,
      },
    }),
    changeEmail: createChangeEmail({ ...shared, contact }),
    accounts,
    codes,
    devices,
    limits,
    pairing,
    keys,
    google,
    empty,
    async tend() {
      await keys.tend()
      await codes.sweep()
      await pairing.sweep()
      await limits.sweep()
      await google?.sweep()
      await empty.sweep()
    },
  }
}

function googleOf({ config, control, clock, random, box, onTrouble }: WhoIsWhoOptions): Google | null {
  if (config.oidc === null || config.publicUrl === null) return null
  const { issuer, clientId, clientSecret, domains } = config.oidc
  const openId = createOpenId({
    issuer,
    clientId,
    clientSecret,
    redirectUrl: new URL(GOOGLE_CALLBACK, config.publicUrl).href,
    onTrouble: error => onTrouble(error, 'speaking with the OpenID provider'),
  })
  return createGoogle({ control, clock, random, box, openId, domains })
}
