import type { ReadDb } from '#library/db/handles.ts'
import { readMeta } from './meta.ts'
import { unpackStamps } from './packed.ts'
import { readStored } from './queries.ts'

/** Of a record: whether what a field holds was typed on another computer. */
export type Foreign = (table: string, id: string) => (field: string) => boolean

const none = () => false

/** What comes from another computer is nothing that undoing here runs over. Nothing is foreign before the cloud was met. */
export function createForeign(db: ReadDb): Foreign {
  const { epoch, device, formers } = readMeta(db)
  if (epoch === null) return () => none
  const own = new Set([device, ...formers])
  return (table, id) => {
    const stored = readStored(db, { table, id })
    if (stored === undefined) return none
    const stamps = unpackStamps(stored.cells)
    return field => {
      const stamp = stamps[field]
      return stamp !== undefined && !own.has(stamp[2])
    }
  }
}
