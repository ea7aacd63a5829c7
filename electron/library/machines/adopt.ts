import { z } from 'zod'
import type { Context } from '../context.ts'
import { commit } from '../db/commit.ts'
import { sql } from '../db/sql.ts'
import { clearSetting, readSetting } from '../db/tables/setting.ts'
import { machineById } from '../export/machines/catalogue.ts'
import { LAST_MACHINE } from './last-used.ts'
import { shortName } from './machines.ts'

const REMEMBERED = 'window.machines'
const remembered = z.array(z.object({ id: z.string().min(1).max(64), presetId: z.string(), name: z.string() }))

/**
 * Once, at start: machines that an earlier Bobbin remembered as a setting of this computer become records, under the same ids. A
 * library that remembers only the kind used last gets a machine of that kind. Not told in the journal: she did nothing.
 */
export function adoptMachines(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): void {
  const { db } = context
  db.transaction(() => {
    const kept = remembered.safeParse(readSetting(db, REMEMBERED))
    const hers = kept.success ? kept.data.filter(one => machineById(one.presetId) !== undefined) : lastUsed()
    const changes = hers.map(
      ({ id, presetId, name }) => ({ table: 'machine', id, set: { name, preset_id: presetId } }) as const,
    )
    if (changes.length > 0) commit(context, { label: 'make-machine', args: {}, changes, journal: 'none' })
    clearSetting(db, REMEMBERED)
  })

  function lastUsed() {
    const last = readSetting(db, LAST_MACHINE)
    const preset = typeof last === 'string' ? machineById(last) : undefined
    if (!preset || db.get(sql`select 1 from machine limit 1`)) return []
    return [{ id: context.newId(), presetId: preset.id, name: shortName(preset.name) }]
  }
}
