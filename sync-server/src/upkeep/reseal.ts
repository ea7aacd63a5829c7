/** A new secret key: what was sealed with an earlier one is sealed anew, so that the earlier one can go from the settings. */
import { sql } from 'kysely'
import { placeOf, withClient } from '#server/db/connect.ts'
import { setControlPassword } from '#server/services/clusters.ts'
import { SEALED, type Sealed } from '#server/services/sealed.ts'
import { note, type Upkeep } from './upkeep.ts'

export interface ResealReport {
  readonly resealed: number
  /** Those that were sealed with the present key already. */
  readonly present: number
  /** Those that no key of the settings opens. As long as there are some, no earlier key may go. */
  readonly trouble: readonly { readonly what: string; readonly message: string }[]
}

/**
 * Seals everything in the registry with the present key. Each row for itself, so that a run that is cut off is gone on with by the next, and
 * only where it still says what was read, so that nothing newer is written over.
 */
export async function reseal(upkeep: Upkeep): Promise<ResealReport> {
  const counts = { resealed: 0, present: 0 }
  const trouble: { what: string; message: string }[] = []
  for (const sealed of SEALED) {
    const { rows } = await sql<{ id: string; secret: string }>`
      select ${sql.raw(sealed.id)} as id, ${sql.raw(sealed.secret)} as secret from ${sql.table(sealed.table)}`.execute(
      upkeep.control,
    )
    for (const row of rows) {
      if (upkeep.box.isPresent(row.secret, sealed.about(row.id))) counts.present++
      else if (await resealOne(upkeep, sealed, row)) counts.resealed++
      else if (!sealed.isBrief)
        trouble.push({ what: sealed.about(row.id), message: 'It opens with no secret key of the settings.' })
    }
  }
  if (trouble.length === 0)
    await withClient(placeOf(upkeep.config.databaseUrl), client => setControlPassword(client, upkeep.names, upkeep.box))
  await note(upkeep, null, 'reseal', { ...counts, trouble: trouble.length })
  return { ...counts, trouble }
}

/** @returns false when no key opens it */
async function resealOne(
  { control, box }: Upkeep,
  { table, id, secret, about }: Sealed,
  row: { readonly id: string; readonly secret: string },
): Promise<boolean> {
  if (!box.opens(row.secret, about(row.id))) return false
  const anew = box.seal(box.open(row.secret, about(row.id)), about(row.id))
  await sql`update ${sql.table(table)} set ${sql.ref(secret)} = ${anew}
    where ${sql.raw(id)} = ${row.id} and ${sql.ref(secret)} = ${row.secret}`.execute(control)
  return true
}
