import type { DevicePort } from '#shared/sync/device/port.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { KNOWN } from './columns.ts'
import { readMeta, writeMeta } from './meta.ts'
import { keysWithExtra } from './queries.ts'
import type { Unit } from './unit.ts'

const PAGE = 500

/**
 * Fields and tables a newer Bobbin wrote are kept aside; after the update that knows them they are used. Done once for each set of
 * fields, so that an ordinary start looks at one value.
 *
 * @param transaction a transaction of the store in which she herself says what goes
 */
export function adoptFields(db: WriteDb, transaction: <T>(work: (port: DevicePort, unit: Unit) => T) => T): void {
  if (readMeta(db).shelf === KNOWN) return
  for (let after: RecordKey | undefined = { table: '', id: '' }; after !== undefined; ) {
    const keys: readonly RecordKey[] = keysWithExtra(db, after, PAGE)
    transaction((_, unit) => {
      for (const key of keys) unit.touch(unit.slot(key))
    })
    after = keys.at(-1)
  }
  writeMeta(db, { shelf: KNOWN })
}
