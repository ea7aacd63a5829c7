/** The registry of tenants: make one, find one, and where its database is. */
import { type Transaction, sql } from 'kysely'
import type { Config } from '#server/config.ts'
import { type Place, placeOf, withTls } from '#server/db/connect.ts'
import type { ClusterRow, Control, ControlDb, ShapeSource, TenantRow, TenantState } from '#server/db/control.ts'
import { isSlug } from '#server/db/identifier.ts'
import { schemaVersion } from '#server/db/migrate.ts'
import { Refusal } from '#server/refusal.ts'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import { saveCluster } from './cluster-row.ts'
import { prepareTemplate } from './clusters.ts'
import type { Names, NameSet } from './names.ts'
import type { SecretBox } from './secret-box.ts'
import { about } from './sealed.ts'
import { dropDatabase, makeDatabase, migrateDatabase, renameDatabase } from './spares.ts'

export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly clusterId: string
  readonly database: string
  readonly ownerName: string
  readonly roleName: string
  readonly epoch: string
  readonly state: TenantState
  readonly source: ShapeSource
  readonly schemaVersion: number
  readonly quotaBytes: number
  readonly usedBytes: number
  readonly region: string
  readonly plan: string
  readonly createdAt: Date
}

export interface Tenants {
  /** Makes what is missing: the first cluster's row and its template. */
  prepare(): Promise<void>
  /**
   * A new tenant with an empty database.
   * @throws Refusal `slug-invalid`, `slug-taken`
   */
  create(slug: string): Promise<Tenant>
  /** As the registry has it; at most a second old. */
  byId(id: string): Promise<Tenant | null>
  /** As the registry has it now. */
  fresh(id: string): Promise<Tenant | null>
  bySlug(slug: string): Promise<Tenant | null>
  list(): Promise<Tenant[]>
  setState(id: string, state: TenantState): Promise<void>
  /** Where its database is, as its own role. */
  place(tenant: Tenant): Promise<Place>
  admin(clusterId: string): Promise<Place>
  /** Brings its database to this server's schema. */
  migrate(tenant: Tenant): Promise<Tenant>
  /** Makes spares until there are as many as the settings ask for. */
  replenish(): Promise<void>
  forget(id: string): void
  /** Waits for what goes on in the background. */
  close(): Promise<void>
}

interface Needs {
  readonly control: Control
  readonly config: Config
  readonly clock: Clock
  readonly random: Random
  readonly box: SecretBox
  readonly names: Names
  readonly onTrouble: (error: unknown, doing: string) => void
}

/** The epoch is read from the registry at most this often per tenant. */
const CACHE_MS = 1000
const MAIN = 'main'

/** A new name for a database since it was last restored. Never holds `~`: the handle of a shape is `<epoch>~<source handle>`. */
export const newEpoch = (random: Random): string => Buffer.from(random.bytes(9)).toString('hex')

export function createTenants(needs: Needs): Tenants {
  const { control, config, clock, random, box, names } = needs
  const cache = new Map<string, { tenant: Tenant | null; at: number }>()
  const places = new Map<string, Place>()
  let background: Promise<void> = Promise.resolve()

  async function fresh(id: string): Promise<Tenant | null> {
    const row = await control.selectFrom('tenant').selectAll().where('id', '=', id).executeTakeFirst()
    const tenant = row ? tenantOf(row) : null
    cache.set(id, { tenant, at: clock.now() })
    return tenant
  }

  async function clusterOf(id: string): Promise<ClusterRow> {
    return control.selectFrom('cluster').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }

  async function admin(clusterId: string): Promise<Place> {
    const cluster = await clusterOf(clusterId)
    return placeOf(box.open(cluster.admin_secret, about.cluster(cluster.id)))
  }

  async function prepare(): Promise<void> {
    const place = placeOf(config.databaseUrl)
    await saveCluster(needs, MAIN, place)
    await prepareTemplate(place, names)
  }

  /** The cluster with the fewest tenants among those that take new ones. */
  async function clusterForNew(): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      select c.id from cluster c left join tenant t on t.cluster_id = c.id
      where c.is_open group by c.id, c.created_at having count(t.id) < 2000 order by count(t.id), c.created_at limit 1`.execute(
      control,
    )
    if (!rows[0]) throw new Refusal('no-room', 'No cluster takes new tenants. Add one.')
    return rows[0].id
  }

  async function makeSpare(clusterId: string): Promise<void> {
    const set = names.spare()
    const password = Buffer.from(random.bytes(24)).toString('base64url')
    await makeDatabase(await admin(clusterId), names, set, password)
    await control
      .insertInto('spare')
      .values({
        database: set.database,
        cluster_id: clusterId,
        owner_name: set.owner,
        role_name: set.role,
        role_secret: box.seal(password, about.spare(set.database)),
        schema_version: schemaVersion('tenant'),
      })
      .execute()
  }

  async function replenish(): Promise<void> {
    const version = schemaVersion('tenant')
    const old = await control.deleteFrom('spare').where('schema_version', '<', version).returningAll().execute()
    for (const spare of old)
      await dropDatabase(await admin(spare.cluster_id), {
        database: spare.database,
        owner: spare.owner_name,
        role: spare.role_name,
      })
    const clusterId = await clusterForNew()
    const { count } = await control
      .selectFrom('spare')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('cluster_id', '=', clusterId)
      .executeTakeFirstOrThrow()
    for (let have = count; have < config.spares; have++) await makeSpare(clusterId)
  }

  function replenishSoon(): void {
    background = background.then(replenish).catch(error => needs.onTrouble(error, 'making spare databases'))
  }

  /** The ready-made database that becomes `slug`'s, taken out of the shelf within `trx`. */
  async function take(trx: Transaction<ControlDb>, clusterId: string): Promise<(NameSet & { secret: string }) | null> {
    const { rows } = await sql<{ database: string; owner_name: string; role_name: string; role_secret: string }>`
      delete from spare where database = (
        select database from spare where cluster_id = ${clusterId} and schema_version = ${schemaVersion('tenant')}
        order by created_at limit 1 for update skip locked
      ) returning database, owner_name, role_name, role_secret`.execute(trx)
    const row = rows[0]
    return row
      ? {
          database: row.database,
          owner: row.owner_name,
          role: row.role_name,
          secret: box.open(row.role_secret, about.spare(row.database)),
        }
      : null
  }

  async function create(slug: string): Promise<Tenant> {
    if (!isSlug(slug))
      throw new Refusal(
        'slug-invalid',
        'A name has 3 to 31 small letters, digits or underscores, and begins with a letter.',
      )
    const clusterId = await clusterForNew()
    const id = uuidV7(clock, random)
    const set = names.tenant(slug)
    // Before the transaction: many at once would otherwise each hold a connection and wait for a second one.
    const place = await admin(clusterId)
    const made = await control.transaction().execute(async trx => {
      // First, so that a name that is taken costs no database.
      await trx
        .insertInto('tenant')
        .values({
          id,
          slug,
          cluster_id: clusterId,
          database: set.database,
          owner_name: set.owner,
          role_name: set.role,
          role_secret: '',
          epoch: newEpoch(random),
          schema_version: schemaVersion('tenant'),
        })
        .execute()
        .catch(error => {
          throw isUniqueViolation(error) ? new Refusal('slug-taken', 'This name is taken.') : error
        })
      const spare = await take(trx, clusterId)
      const secret = spare?.secret ?? Buffer.from(random.bytes(24)).toString('base64url')
      await (spare ? renameDatabase(place, spare, set) : makeDatabase(place, names, set, secret))
      return trx
        .updateTable('tenant')
        .set({ role_secret: box.seal(secret, about.tenant(id)) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow()
    })
    if (config.spares > 0) replenishSoon()
    return tenantOf(made)
  }

  return {
    prepare,
    create,
    fresh,
    admin,
    replenish,
    async byId(id) {
      const known = cache.get(id)
      if (known && Math.abs(clock.now() - known.at) < CACHE_MS) return known.tenant
      return fresh(id)
    },
    async bySlug(slug) {
      const row = await control.selectFrom('tenant').selectAll().where('slug', '=', slug).executeTakeFirst()
      return row ? tenantOf(row) : null
    },
    async list() {
      return (await control.selectFrom('tenant').selectAll().orderBy('slug').execute()).map(tenantOf)
    },
    async setState(id, state) {
      await control.updateTable('tenant').set({ state }).where('id', '=', id).execute()
      cache.delete(id)
    },
    async place(tenant) {
      const known = places.get(tenant.id)
      if (known?.database === tenant.database) return known
      const row = await control
        .selectFrom('tenant')
        .innerJoin('cluster', 'cluster.id', 'tenant.cluster_id')
        .select(['database', 'role_name', 'role_secret', 'host', 'port', 'tls'])
        .where('tenant.id', '=', tenant.id)
        .executeTakeFirstOrThrow()
      const password = box.open(row.role_secret, about.tenant(tenant.id))
      const place = {
        host: row.host,
        port: row.port,
        user: row.role_name,
        password,
        database: row.database,
        ...withTls(row.tls),
      }
      places.set(tenant.id, place)
      return place
    },
    async migrate(tenant) {
      const set = { database: tenant.database, owner: tenant.ownerName, role: tenant.roleName }
      await migrateDatabase(await admin(tenant.clusterId), set)
      const row = await control
        .updateTable('tenant')
        .set({ schema_version: schemaVersion('tenant') })
        .where('id', '=', tenant.id)
        .returningAll()
        .executeTakeFirstOrThrow()
      cache.delete(tenant.id)
      return tenantOf(row)
    },
    forget(id) {
      cache.delete(id)
      places.delete(id)
    },
    close: () => background,
  }
}

function tenantOf(row: TenantRow): Tenant {
  return {
    id: row.id,
    slug: row.slug,
    clusterId: row.cluster_id,
    database: row.database,
    ownerName: row.owner_name,
    roleName: row.role_name,
    epoch: row.epoch,
    state: row.state,
    source: row.source,
    schemaVersion: row.schema_version,
    quotaBytes: row.quota_bytes,
    usedBytes: row.used_bytes,
    region: row.region,
    plan: row.plan,
    createdAt: row.created_at,
  }
}

const isUniqueViolation = (error: unknown): boolean => (error as { code?: string }).code === '23505'
