import type { FormatId } from '#shared/formats/types.ts'
import type { FormatTally, Mark, Verdict } from '#shared/contract/library/machines.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { type Sql, sql, sqlList } from '#library/db/sql.ts'
import { machineById } from '#library/export/machines/catalogue.ts'
import { formatsFrom, isOnPieces, type MachineRules } from './rules.ts'

/** A machine of hers as its record stands. */
export interface OwnMachine {
  readonly id: string
  readonly name: string
  readonly presetId: string
  readonly own: MachineRules
  readonly agreed: readonly FormatId[]
}

interface Row {
  id: string
  name: string
  preset_id: string
  formats: string | null
  longest_name: number | null
  letters: string | null
  per_designer: number | null
  most_files: number | null
  unit: string | null
  start_at_origin: number | null
  tolerance_mm: number | null
  on_pieces: string | null
  most_points: number | null
  smallest_mm: number | null
  widest_mm: number | null
  highest_mm: number | null
  start_end_mm: number | null
  experimental: string
}

/** Those not off the list, in the order they came. */
export function ownMachines(db: ReadDb): OwnMachine[] {
  return db.all<Row>(sql`select * from machine where trashed_at is null order by created_at, id`).map(ownFrom)
}

export function ownMachine(db: ReadDb, id: string): OwnMachine | undefined {
  const row = db.get<Row>(sql`select * from machine where id = ${id} and trashed_at is null`)
  return row && ownFrom(row)
}

function ownFrom(row: Row): OwnMachine {
  return {
    id: row.id,
    name: row.name,
    presetId: row.preset_id,
    agreed: JSON.parse(row.experimental) as FormatId[],
    own: {
      formats: formatsFrom(row.formats),
      longestName: row.longest_name,
      letters: row.letters,
      perDesigner: yesNo(row.per_designer),
      mostFiles: row.most_files,
      unit: row.unit === 'inch' || row.unit === 'mm' ? row.unit : null,
      startAtOrigin: yesNo(row.start_at_origin),
      toleranceMm: row.tolerance_mm,
      onPieces: isOnPieces(row.on_pieces) ? row.on_pieces : null,
      mostPoints: row.most_points,
      smallestMm: row.smallest_mm,
      widestMm: row.widest_mm,
      highestMm: row.highest_mm,
      startEndMm: row.start_end_mm,
    },
  }
}

function yesNo(value: number | null): boolean | null {
  return value === null ? null : value === 1
}

/** What each machine took and did not take, by format; machines of which nothing was said are not in it. */
export function talliesByMachine(db: ReadDb): Map<string, FormatTally[]> {
  const rows = db.all<FormatTally & { machineId: string }>(sql`select machine_id as machineId, format,
      sum(verdict = 'took') as took, sum(verdict = 'refused') as refused
    from machine_mark where trashed_at is null and verdict in ('took', 'refused')
    group by machine_id, format order by machine_id, took desc, format`)
  const tallies = new Map<string, FormatTally[]>()
  for (const { machineId, ...tally } of rows) {
    const known = tallies.get(machineId)
    if (known) known.push(tally)
    else tallies.set(machineId, [tally])
  }
  return tallies
}

export function talliesOf(db: ReadDb, machineId: string): FormatTally[] {
  return db.all<FormatTally>(sql`select format, sum(verdict = 'took') as took, sum(verdict = 'refused') as refused
    from machine_mark where machine_id = ${machineId} and trashed_at is null and verdict in ('took', 'refused')
    group by format`)
}

/** What was said of these patterns on one machine. */
export function verdictsOf(
  db: ReadDb,
  machineId: string,
  patternIds: readonly string[],
): { patternId: string; format: FormatId; verdict: Verdict }[] {
  return db.all(sql`select pattern_id as patternId, format, verdict from machine_mark
    where pattern_id in ${sqlList(patternIds)} and machine_id = ${machineId} and trashed_at is null
      and verdict in ('took', 'refused')`)
}

const MOST_MARKS = 200

export function marksOfPattern(db: ReadDb, patternId: string): Mark[] {
  return marks(db, sql`m.pattern_id = ${patternId}`)
}

export function marksOfMachine(db: ReadDb, machineId: string, verdict: Verdict): Mark[] {
  return marks(db, sql`m.machine_id = ${machineId} and m.verdict = ${verdict} and p.trashed_at is null`)
}

function marks(db: ReadDb, where: Sql): Mark[] {
  const rows =
    db.all<Mark>(sql`select m.machine_id as machineId, o.name as machine, m.pattern_id as patternId, p.name as pattern,
      m.format, m.sent_at as sentAt, m.changed_at as saidAt, m.verdict
    from machine_mark m join pattern p on p.id = m.pattern_id
    left join machine o on o.id = m.machine_id and o.trashed_at is null
    where m.trashed_at is null and ${where} order by m.changed_at desc, m.id limit ${MOST_MARKS}`)
  return rows.map(row => ({ ...row, machine: row.machine ?? machineById(row.machineId)?.name ?? null }))
}

/** Those of the patterns that are in the library, in the trash or not. */
export function existingPatterns(db: ReadDb, ids: readonly string[]): ReadonlySet<string> {
  return new Set(db.values<string>(sql`select id from pattern where id in ${sqlList(ids)}`))
}
