/** What the server is told by its surroundings: one schema, and a sentence for everything missing or wrong. */
import { z } from 'zod'
import type { BucketPlace } from './services/files/in-bucket.ts'
import type { SecretKeys } from './services/secret-box.ts'

const count = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback)
const list = z
  .string()
  .default('')
  .transform(text => text.split(',').flatMap(one => one.trim().toLowerCase() || []))
const SECRET_KEY = /^[0-9a-f]{64}$/
const yesNo = (fallback: boolean) => z.stringbool().default(fallback)

/** Each setting by the name of its environment variable. A description is what the operator's page says of it. */
export const configSchema = z.object({
  BOBBIN_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('Connection text of the cluster: a role that may make databases and roles'),
  BOBBIN_SECRET_KEY: z
    .string()
    .regex(SECRET_KEY)
    .describe('64 hexadecimal digits; what the passwords of tenants are kept under'),
  BOBBIN_EARLIER_SECRET_KEYS: list
    .refine(keys => keys.every(key => SECRET_KEY.test(key)))
    .describe(
      'Secret keys of before, separated by commas: what was sealed with them opens until `bobbin-cloud reseal` has run',
    ),
  BOBBIN_CONTROL_DATABASE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{2,40}$/)
    .default('bobbin_control')
    .describe('Name of the control database; other databases and roles of this cloud begin with its first word'),
  BOBBIN_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  BOBBIN_PORT: count(8787, 0, 65_535).describe('Port to listen on; 0 takes a free one'),
  BOBBIN_PUBLIC_URL: z.url().optional().describe('How devices reach this cloud, when that is not host and port'),
  BOBBIN_TENANT_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .optional()
    .describe('Domain below which every tenant has a name of its own; a name that is not the token’s is refused'),
  BOBBIN_ADMIN_TOKEN: z
    .string()
    .min(24)
    .optional()
    .describe('What /metrics and the operator’s routes ask for; without it they answer on 127.0.0.1 only'),
  BOBBIN_TRUSTED_PROXIES: z.string().optional().describe('Addresses of the proxies in front, separated by commas'),
  BOBBIN_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('How much is logged'),
  BOBBIN_REQUESTS_PER_MINUTE: count(3000, 1, 1_000_000).describe(
    'Pace of one tenant: what is more waits in a line of its own, and what is twice as much is refused',
  ),
  BOBBIN_MOST_CONNECTIONS: count(150, 4, 10_000).describe('Most connections to tenants’ databases in all'),
  BOBBIN_SPARES: count(2, 0, 100).describe('Databases kept ready for new tenants'),
  BOBBIN_NIGHT_HOUR: count(3, 0, 23).describe('Hour (UTC) from which a day’s nightly run may begin'),
  BOBBIN_COPIES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder for each night’s safety copies, which are restored to see that they are good; without it none are made',
    ),
  BOBBIN_SIGN_UP: yesNo(true).describe('Whether anybody may make an account'),
  BOBBIN_S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address of a server that speaks S3, to keep files in; without it they are in the tenants’ databases'),
  BOBBIN_S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket'),
  BOBBIN_S3_BUCKET: z.string().min(3).optional().describe('Bucket to keep files in'),
  BOBBIN_S3_ACCESS_KEY: z.string().min(1).optional().describe('Who may use the bucket'),
  BOBBIN_S3_SECRET_KEY: z.string().min(1).optional().describe('The secret of who may use the bucket'),
  BOBBIN_S3_PREFIX: z
    .string()
    .regex(/^([A-Za-z0-9._-]+\/)*$/)
    .default('')
    .describe('What stands before every name in the bucket: nothing, or ending in a slash'),
  BOBBIN_INVITED: list.describe(
    'Who may make an account although not everybody may: e-mails and @domains, separated by commas',
  ),
  BOBBIN_SIGN_UPS_PER_ADDRESS: count(40, 1, 1_000_000).describe('Most new accounts a day from one address'),
  BOBBIN_SIGN_UPS_PER_DAY: count(1_000, 1, 1_000_000).describe('Most new accounts a day in all'),
  BOBBIN_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('How mail is sent: smtps://user:password@host:port'),
  BOBBIN_MAIL_FROM: z.string().min(3).default('Bobbin <bobbin@localhost>').describe('Whom mail is from'),
  BOBBIN_OUTBOX: z
    .string()
    .optional()
    .describe('A folder mails are written to instead of being sent, for trying things out'),
  BOBBIN_CONTACT: z
    .string()
    .min(3)
    .default('whoever runs this cloud')
    .describe('Whom people write to for help, as letters say it'),
  BOBBIN_OIDC_ISSUER: z
    .url()
    .default('https://accounts.google.com')
    .describe('The OpenID provider people may sign in with'),
  BOBBIN_OIDC_CLIENT_ID: z.string().min(1).optional().describe('What the provider knows this cloud by'),
  BOBBIN_OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('The secret the provider gave for that'),
  BOBBIN_OIDC_DOMAINS: list.describe('Mail domains, beside Google’s own, whose owners the provider speaks for'),
})

/** What belongs to an endpoint: none of it is any good alone. */
const OF_A_BUCKET = ['BOBBIN_S3_ENDPOINT', 'BOBBIN_S3_BUCKET', 'BOBBIN_S3_ACCESS_KEY', 'BOBBIN_S3_SECRET_KEY'] as const

export type Environment = Readonly<Record<string, string | undefined>>
type Settings = z.infer<typeof configSchema>

/** The settings, named as the code names things. */
export interface Config {
  readonly databaseUrl: string
  readonly secretKeys: SecretKeys
  readonly controlDatabase: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string | null
  readonly tenantDomain: string | null
  readonly adminToken: string | null
  readonly trustedProxies: readonly string[]
  readonly logLevel: Settings['BOBBIN_LOG_LEVEL']
  readonly requestsPerMinute: number
  readonly mostConnections: number
  readonly spares: number
  readonly nightHour: number
  /** Null: no safety copies at night. */
  readonly copies: string | null
  readonly isSignUpOpen: boolean
  /** Null: files are in the tenants' databases. */
  readonly bucket: BucketPlace | null
  /** Folded e-mails and `@domains`. */
  readonly invited: readonly string[]
  readonly signUpsPerAddress: number
  readonly signUpsPerDay: number
  /** Null: to the outbox, or nowhere. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly outbox: string | null
  readonly contact: string
  /** Null: nobody signs in with an OpenID provider. Needs `publicUrl`, which the provider sends people back to. */
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly domains: readonly string[]
  } | null
}

export type ConfigReading = { ok: true; config: Config } | { ok: false; problems: readonly string[] }

/** Reads the settings. Wrong ones are told by name and meaning, never by value: they can be secrets. */
export function readConfig(env: Environment): ConfigReading {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => isOurs(name) && value !== ''))
  const parsed = configSchema.safeParse(given)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(issue => String(issue.path[0])))
    return { ok: false, problems: [...names].map(name => problemOf(name, given[name])) }
  }
  const all = parsed.data
  const lacking = OF_A_BUCKET.filter(name => all[name] === undefined)
  if (lacking.length > 0 && lacking.length < OF_A_BUCKET.length)
    return { ok: false, problems: lacking.map(name => problemOf(name, undefined)) }
  return {
    ok: true,
    config: {
      databaseUrl: all.BOBBIN_DATABASE_URL,
      secretKeys: [keyOf(all.BOBBIN_SECRET_KEY), ...all.BOBBIN_EARLIER_SECRET_KEYS.map(keyOf)],
      controlDatabase: all.BOBBIN_CONTROL_DATABASE,
      host: all.BOBBIN_HOST,
      port: all.BOBBIN_PORT,
      publicUrl: all.BOBBIN_PUBLIC_URL ?? null,
      tenantDomain: all.BOBBIN_TENANT_DOMAIN ?? null,
      adminToken: all.BOBBIN_ADMIN_TOKEN ?? null,
      trustedProxies: (all.BOBBIN_TRUSTED_PROXIES ?? '').split(',').flatMap(one => one.trim() || []),
      logLevel: all.BOBBIN_LOG_LEVEL,
      requestsPerMinute: all.BOBBIN_REQUESTS_PER_MINUTE,
      mostConnections: all.BOBBIN_MOST_CONNECTIONS,
      spares: all.BOBBIN_SPARES,
      nightHour: all.BOBBIN_NIGHT_HOUR,
      copies: all.BOBBIN_COPIES ?? null,
      isSignUpOpen: all.BOBBIN_SIGN_UP,
      bucket: bucketOf(all),
      invited: all.BOBBIN_INVITED,
      signUpsPerAddress: all.BOBBIN_SIGN_UPS_PER_ADDRESS,
      signUpsPerDay: all.BOBBIN_SIGN_UPS_PER_DAY,
      smtpUrl: all.BOBBIN_SMTP_URL ?? null,
      mailFrom: all.BOBBIN_MAIL_FROM,
      outbox: all.BOBBIN_OUTBOX ?? null,
      contact: all.BOBBIN_CONTACT,
      oidc: oidcOf(all),
    },
  }
}

function bucketOf(all: Settings): BucketPlace | null {
  if (all.BOBBIN_S3_ENDPOINT === undefined) return null
  return {
    endpoint: all.BOBBIN_S3_ENDPOINT,
    region: all.BOBBIN_S3_REGION,
    bucket: all.BOBBIN_S3_BUCKET ?? '',
    accessKey: all.BOBBIN_S3_ACCESS_KEY ?? '',
    secretKey: all.BOBBIN_S3_SECRET_KEY ?? '',
    prefix: all.BOBBIN_S3_PREFIX,
  }
}

function oidcOf(all: Settings): Config['oidc'] {
  const { BOBBIN_OIDC_CLIENT_ID: clientId, BOBBIN_OIDC_CLIENT_SECRET: clientSecret } = all
  if (clientId === undefined || clientSecret === undefined) return null
  return { issuer: all.BOBBIN_OIDC_ISSUER, clientId, clientSecret, domains: all.BOBBIN_OIDC_DOMAINS }
}

const keyOf = (digits: string): Buffer => Buffer.from(digits, 'hex')

const isOurs = (name: string): boolean => name in configSchema.shape

function problemOf(name: string, value: unknown): string {
  const field = configSchema.shape[name as keyof typeof configSchema.shape]
  const meaning = field.description ?? ''
  return value === undefined
    ? `${name} is missing. It is: ${meaning}.`
    : `${name} is not as it should be. It is: ${meaning}.`
}
