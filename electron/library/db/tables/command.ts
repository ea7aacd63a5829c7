import type { ReadDb, WriteDb } from '../handles.ts'
import { sql } from '../sql.ts'
import type { Fields, SyncedTable } from '../synced.ts'

/** A window remembers this many things to undo; older ones are only told in the histories. */
export const COMMANDS_KEPT = 200

export interface CommandRow {
  id: number
  label: string
  args: string
  made_at: number
  undone_at: number | null
  takes_back: number | null
}

export interface ChangeRow {
  id: number
  table_name: SyncedTable
  row_id: string
  pattern_id: string | null
  before: string | null
  after: string
}

export interface NewCommand {
  readonly label: string
  readonly args: Readonly<Record<string, unknown>>
  readonly madeAt: number
  readonly undoable: boolean
  readonly takesBack?: number
}

export function addCommand(db: WriteDb, command: NewCommand): number {
  return db.run(sql`insert into command (label, args, made_at, undoable, takes_back)
    values (${command.label}, ${JSON.stringify(command.args)}, ${command.madeAt}, ${command.undoable ? 1 : 0},
      ${command.takesBack ?? null})`).lastInsertRowid
}

/** The command itself when it may still be added to: known and not undone. */
export function commandToContinue(db: ReadDb, id: number): number | undefined {
  return db.get<{ id: number }>(sql`select id from command where id = ${id} and undone_at is null`)?.id
}

/** Something new is being done: what was undone before it cannot be redone any more. */
export function supersedeRedo(db: WriteDb): void {
  db.run(sql`update command set superseded = 1 where undone_at is not null and superseded = 0`)
}

export interface JournalChange {
  readonly table: SyncedTable
  readonly id: string
  readonly patternId: string | null
  readonly before: Fields | null
  readonly after: Fields
}

export function addChange(db: WriteDb, commandId: number, change: JournalChange): void {
  db.run(sql`insert into command_change (command_id, table_name, row_id, pattern_id, before, after)
    values (${commandId}, ${change.table}, ${change.id}, ${change.patternId},
      ${change.before && JSON.stringify(change.before)}, ${JSON.stringify(change.after)})`)
}

export function command(db: ReadDb, id: number): CommandRow | undefined {
  return db.get<CommandRow>(sql`select id, label, args, made_at, undone_at, takes_back from command where id = ${id}`)
}

/** The thing that "Undo" would undo, null when there is none among the last COMMANDS_KEPT. */
export function commandToUndo(db: ReadDb): CommandRow | null {
  return (
    db.get<CommandRow>(sql`select id, label, args, made_at, undone_at, takes_back from command
      where undoable = 1 and undone_at is null and id >= ${oldestUndoable(db)} order by id desc limit 1`) ?? null
  )
}

/** The thing that "Redo" would do again. Undoing goes back in the order of making, so the oldest undone one is next. */
export function commandToRedo(db: ReadDb): CommandRow | null {
  return (
    db.get<CommandRow>(sql`select id, label, args, made_at, undone_at, takes_back from command
      where undone_at is not null and superseded = 0 order by id limit 1`) ?? null
  )
}

function oldestUndoable(db: ReadDb): number {
  return (
    db.get<{ id: number }>(
      sql`select id from command where undoable = 1 order by id desc limit 1 offset ${COMMANDS_KEPT - 1}`,
    )?.id ?? 0
  )
}

export function markUndone(db: WriteDb, id: number, at: number): void {
  db.run(sql`update command set undone_at = ${at} where id = ${id}`)
}

export function markDone(db: WriteDb, id: number): void {
  db.run(sql`update command set undone_at = null, superseded = 0 where id = ${id}`)
}

/** Undone by a later command, not by going back: no redo of its own. */
export function markTakenBack(db: WriteDb, id: number, at: number): void {
  db.run(sql`update command set undone_at = ${at}, superseded = 1 where id = ${id}`)
}

export function changesOf(db: ReadDb, commandId: number): ChangeRow[] {
  return db.all<ChangeRow>(sql`select id, table_name, row_id, pattern_id, before, after from command_change
    where command_id = ${commandId} order by id`)
}

/** What was told of one pattern is told of another, which took its place. */
export function handJournalOver(db: WriteDb, from: string, to: string): void {
  db.run(sql`update command_change set row_id = ${to} where pattern_id = ${from} and row_id = ${from}`)
  db.run(sql`update command_change set pattern_id = ${to} where pattern_id = ${from}`)
}

/** When something was last done or undone; null in a library nothing was ever done in. */
export function lastChangeAt(db: ReadDb): number | null {
  return db.values<number>(sql`select max(max(made_at, coalesce(undone_at, 0))) from command`)[0] ?? null
}

/** One change in a pattern's history, with what became of its command. */
export interface PatternChangeRow {
  id: number
  commandId: number
  label: string
  madeAt: number
  undoneAt: number | null
  table: SyncedTable
  rowId: string
  before: string | null
  after: string
}

/** Everything the journal holds of one pattern, oldest first. */
export function changesOfPattern(db: ReadDb, patternId: string): PatternChangeRow[] {
  return db.all<PatternChangeRow>(sql`select h.id, c.id as commandId, c.label, c.made_at as madeAt, c.undone_at as undoneAt,
      h.table_name as "table", h.row_id as rowId, h.before, h.after
    from command_change h join command c on c.id = h.command_id where h.pattern_id = ${patternId} order by h.id`)
}
