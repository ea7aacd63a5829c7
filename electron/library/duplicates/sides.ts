import type { DoubleSide } from '#shared/contract/library/doubles.ts'
import type { ReadDb } from '../db/handles.ts'
import { fileRowsOf, sideRows } from '../db/tables/double-side.ts'

/** Both sides of pairs, as she compares them. */
export function sidesOf(db: ReadDb, ids: readonly string[]): Map<string, DoubleSide> {
  const asked = [...new Set(ids)]
  const files = Map.groupBy(fileRowsOf(db, asked), file => file.patternId)
  return new Map(
    sideRows(db, asked).map(({ sizeSource, favourite, hasNotes, ...row }) => [
      row.id,
      {
        ...row,
        sizeUnknown: sizeSource === 'unknown' || row.widthMm === null,
        favourite: favourite === 1,
        hasNotes: hasNotes === 1,
        files: (files.get(row.id) ?? []).map(({ name, format, role }) => ({ name, format, role })),
      },
    ]),
  )
}
