import type { ReadDb, WriteDb } from '#library/db/handles.ts'
import { readSetting, writeSetting } from '#library/db/tables/setting.ts'

/** A setting of this computer alone. */
const KEY = 'core.sync.cameAt'

/** The journal tells of her own edits only; this of what came otherwise. `at`: milliseconds. */
export function noteCame(db: WriteDb, at: number): void {
  writeSetting(db, KEY, at)
}

/** When the library last became another without a command of hers: by what came from the cloud. Milliseconds; null: never. */
export function lastCameAt(db: ReadDb): number | null {
  const at = readSetting(db, KEY)
  return typeof at === 'number' ? at : null
}
