/** How every connection of the server is made. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { keepPlans } from './planned.ts'

const INT8 = 20
const DATE = 1082

/**
 * What Postgres sends, as the code reads it: bigint as a number where it fits one (seq, bytes, milliseconds; a hash is asked for as text),
 * a date as its text.
 */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return (text: string) => Number(text)
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}

export interface Place {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** Absent: not encrypted, for a cluster on this machine or in a network of its own. Else the server's certificate is checked. */
  readonly ssl?: { readonly rejectUnauthorized: true }
}

/** The control database as its own role, whose password changes when the secret key does: asked for at each connection. */
export type ControlPlace = Omit<Place, 'password'> & { readonly password: string | (() => Promise<string>) }

const ENCRYPTED: Pick<Place, 'ssl'> = { ssl: { rejectUnauthorized: true } }
const PLAIN: Pick<Place, 'ssl'> = {}

/** What a place needs to be spoken to encrypted, or not. */
export const withTls = (isEncrypted: boolean): Pick<Place, 'ssl'> => (isEncrypted ? ENCRYPTED : PLAIN)

/** The place a connection text names. With `sslmode` of any kind but `disable` the connection is encrypted and the certificate checked. */
export function placeOf(url: string): Place {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    ...withTls(!['disable', null].includes(searchParams.get('sslmode'))),
  }
}

/** A place as connection text. */
export function urlOf(place: Place): string {
  const [user, password, database] = [place.user, place.password, place.database].map(encodeURIComponent)
  return `postgres://${user}:${password}@${place.host}:${place.port}/${database}${place.ssl ? '?sslmode=verify-full' : ''}`
}

export interface PoolOptions {
  readonly most: number
  readonly idleMs: number
  readonly onError: (error: Error) => void
}

/** A pool. Its errors are told: unheard, a database that stops would end our process. */
export function createPool(place: ControlPlace, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...place,
    types: TYPES,
    max: options.most,
    idleTimeoutMillis: options.idleMs,
    connectionTimeoutMillis: 10_000,
    application_name: 'bobbin',
    allowExitOnIdle: true,
  })
  pool.on('error', options.onError)
  // One that breaks while it is at work tells its query too; unheard here, it would end our process all the same.
  pool.on('connect', client => {
    client.on('error', options.onError)
    keepPlans(client)
  })
  return pool
}

export const kyselyOf = <T>(pool: pg.Pool): Kysely<T> => new Kysely<T>({ dialect: new PostgresDialect({ pool }) })

/** Works on one connection of its own and closes it, whatever happens. */
export async function withClient<T>(place: ControlPlace, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...place, types: TYPES, connectionTimeoutMillis: 10_000, application_name: 'bobbin' })
  // An idle connection that the other side ends: the next query tells it.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
