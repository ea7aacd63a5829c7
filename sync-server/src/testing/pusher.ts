/** A device of a test, as far as the server sees one: what it pushes and what it is answered. */
import type { TestCloud, TestTenant } from './cloud.ts'
import {
  EPOCH_HEADER,
  HEARD_HEADER,
  KNOWN_HEADER,
  type PushAnswer,
  type PushEntry,
  type PushRecord,
} from '#shared/sync/wire.ts'

export interface Pusher {
  /** What a device sends with any request at this moment: its token is good for 15 minutes only. */
  headers(): Promise<Record<string, string>>
  push(records: readonly unknown[], different?: Record<string, string>): Promise<PushAnswer>
  get<T>(url: string): Promise<T>
  post<T>(url: string, body: object): Promise<T>
}

/** Signs a device in and learns the epoch, as the first pull does. */
export async function createPusher(cloud: TestCloud, tenant: TestTenant): Promise<Pusher> {
  const { app, deps } = cloud.cloud
  const { epoch } = (await deps.tenants.fresh(tenant.tenantId))!
  const headers = async () => ({
    authorization: `Bearer ${await tenant.token('pusher')}`,
    [EPOCH_HEADER]: epoch,
    [HEARD_HEADER]: String(deps.clock.now()),
    [KNOWN_HEADER]: '0',
  })
  return {
    headers,
    async push(records, different = {}) {
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/records',
        headers: { ...(await headers()), ...different },
        payload: { records },
      })
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
      return answer.json()
    },
    get: async url => (await app.inject({ url, headers: await headers() })).json(),
    post: async (url, payload) => (await app.inject({ method: 'POST', url, headers: await headers(), payload })).json(),
  }
}

/** A record of a push: each field's value typed at `ms` on `device`, over nothing unless said. */
export function typed(
  table: string,
  id: string,
  fields: Record<string, PushEntry['value']>,
  stamp: { ms: number; device?: string; base?: PushEntry['base']; again?: boolean },
): PushRecord {
  const entries = Object.entries(fields).map(([field, value]) => ({
    field,
    value,
    stamp: [stamp.ms, 0, stamp.device ?? 'a'] as [number, number, string],
    base: stamp.base ?? null,
    again: stamp.again ?? false,
  }))
  return { table, id, entries }
}
