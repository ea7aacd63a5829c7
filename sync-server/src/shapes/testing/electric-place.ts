/** The Electric source as it is served, with a stub of Electric behind it: two halves of the protocol that were written apart. */
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { startTestPostgres } from '#server/testing/postgres.ts'
import { placeOnElectric } from '../electric/place.ts'
import { placeTenant } from './built-in-place.ts'
import { BRIEF_HOLD_MS, LONG_HOLD_MS, type PlaceKind, type PlaceTenant, type ShapePlace } from './shape-place.ts'
import { STUB_HEADER, startStubElectric } from './stub-electric.ts'

/** What a quilter's database holds does not reach a stub: what is written goes there instead. */
export const electricStub: PlaceKind = {
  name: 'an Electric',
  cannot: new Set(['put-back']),
  async start(): Promise<ShapePlace> {
    const stub = await startStubElectric()
    const postgres = await startTestPostgres()
    const start = (manner: object): Promise<TestCloud> =>
      startTestCloud({
        postgres,
        shapes: {
          fetch: (input, init) => fetch(input, { ...init, headers: { [STUB_HEADER]: JSON.stringify(manner) } }),
        },
      })
    const wide = await start({ holdMs: LONG_HOLD_MS })
    const narrow = await start({ holdMs: LONG_HOLD_MS, rowsAChunk: 1 })
    const brief = await start({ holdMs: BRIEF_HOLD_MS })
    return {
      async tenant(): Promise<PlaceTenant> {
        const tenant = await placeTenant(wide, { wide: wide.url, narrow: narrow.url, brief: brief.url })
        const place = { url: `${stub.url}/${tenant.tenantId}`, secret: stub.secret }
        await placeOnElectric(wide.cloud.deps, tenant.tenantId, place)
        for (const copy of [wide, narrow, brief]) copy.cloud.deps.tenants.forget(tenant.tenantId)
        const log = stub.database(tenant.tenantId)
        return {
          ...tenant,
          write: async records => log.write(records),
          killHandle: async () => log.rotate(),
        }
      },
      busy: () => stub.held(),
      async close() {
        await Promise.all([wide.close(), narrow.close(), brief.close()])
        await Promise.all([postgres.stop(), stub.close()])
      },
    }
  },
}
