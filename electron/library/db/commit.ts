import type { CommandLabel } from '#shared/commands/labels.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { Context } from '../context.ts'
import { stampChanges } from '../sync/store/stamp-changes.ts'
import type { WriteDb } from './handles.ts'
import { type LaterWords, reword, rewordSome } from './reword.ts'
import { insertRow, readRow, updateRow } from './rows.ts'
import type { Fields, SyncedTable } from './synced.ts'
import { addChange, addCommand, commandToContinue, type JournalChange, supersedeRedo } from './tables/command.ts'
import { patternsTouchedBy, type Touched } from './touched.ts'

/** A record is made when its id is new; otherwise exactly these fields are set. */
export interface RowChange {
  readonly table: SyncedTable
  readonly id: string
  readonly set: Fields
}

export interface CommandInput {
  readonly label: CommandLabel
  /** What the sentence of the label is filled in with. */
  readonly args: Readonly<Record<string, unknown>>
  readonly changes: readonly RowChange[]
  /** An earlier command that goes on: an import is ONE command over many transactions. */
  readonly continueCommand?: number
  /** `history-only`: told in the pattern's history, but not a thing to undo. `none`: not told at all. Default `undoable`. */
  readonly journal?: 'undoable' | 'history-only' | 'none'
}

export type CommitContext = Pick<Context, 'db' | 'clock' | 'events'>

/**
 * THE write path: every change of a quilter's record goes through here. In one transaction: the rows, their stamps and what waits for
 * the cloud, what they were before, and the search words of every pattern touched; after it, the events. Fields that already have
 * the value wanted are no change; a command without any change leaves no trace (`commandId` null, `patterns` 0).
 *
 * May run inside `db.transaction` together with writes to this computer's own tables. A continued command that was undone
 * meanwhile goes on as a new one, so that what was taken back stays away.
 */
export function commit(context: CommitContext, command: CommandInput): Change {
  return commitThen(context, command, (db, touched) => {
    reword(db, touched)
    return null
  }).change
}

/** commit() of a step: search words that are too many for one transaction are left for `rewordLater`. */
export function commitStep(context: CommitContext, command: CommandInput): Step {
  return commitThen(context, command, rewordSome)
}

export interface Step {
  readonly change: Change
  readonly words: LaterWords | null
}

function commitThen(
  context: CommitContext,
  command: CommandInput,
  rewording: (db: WriteDb, touched: Touched) => LaterWords | null,
): Step {
  const { db } = context
  const result = db.transaction(() => {
    const now = context.clock.now()
    const applied = command.changes.map(change => applyChange(db, change, now)).filter(change => change !== null)
    if (applied.length === 0)
      return { commandId: command.continueCommand ?? null, patterns: new Set<string>(), words: null }
    stampChanges(db, applied, now)
    const commandId = command.journal === 'none' ? null : openCommand(db, command, now)
    const touched = patternsTouchedBy(db, applied)
    if (commandId !== null) {
      for (const change of applied) addChange(db, commandId, journalled(change, touched.owner(change)))
    }
    const words = rewording(db, touched)
    announce(context, touched)
    return { commandId, patterns: touched.patterns, words }
  })
  const change = {
    commandId: result.commandId,
    label: command.label,
    args: { ...command.args },
    patterns: result.patterns.size,
  }
  return { change, words: result.words }
}

/** One record as it was and as it is. `before` null: it was made. Only fields that changed. */
export interface AppliedChange {
  readonly table: SyncedTable
  readonly id: string
  readonly before: Fields | null
  readonly after: Fields
}

/** What the journal keeps. Of a record that was made, its name: all that a history tells, and undoing needs nothing but its id. */
export function journalled(change: AppliedChange, patternId: string | null): JournalChange {
  const { before, after } = change
  const kept = before === null ? Object.fromEntries(Object.entries(after).filter(([field]) => field === 'name')) : after
  return { table: change.table, id: change.id, patternId, before, after: kept }
}

/** Null when nothing is different afterwards. */
export function applyChange(db: WriteDb, { table, id, set }: RowChange, now: number): AppliedChange | null {
  const row = readRow(db, table, id)
  if (!row) {
    insertRow(db, table, id, set, now)
    return { table, id, before: null, after: set }
  }
  const different = Object.keys(set).filter(field => row[field] !== set[field])
  if (different.length === 0) return null
  const pick = (fields: Fields) => Object.fromEntries(different.map(field => [field, fields[field] ?? null]))
  updateRow(db, table, id, pick(set), now)
  return { table, id, before: pick(row), after: pick(set) }
}

function openCommand(db: WriteDb, command: CommandInput, now: number): number {
  const going = command.continueCommand === undefined ? undefined : commandToContinue(db, command.continueCommand)
  if (going !== undefined) return going
  const undoable = command.journal !== 'history-only'
  if (undoable) supersedeRedo(db)
  return addCommand(db, { label: command.label, args: command.args, madeAt: now, undoable })
}

/** Tells the window after the commit, once for all that changed. */
export function announce({ db, events }: CommitContext, touched: Touched): void {
  db.afterCommit(() => {
    if (touched.patterns.size > 0) events.emit('patterns.changed', { ids: namedIds(touched.patterns) })
    if (touched.tags) events.emit('tags.changed', {})
    if (touched.collections) events.emit('collections.changed', {})
    if (touched.searches) events.emit('searches.changed', {})
    if (touched.machines) events.emit('machines.changed', {})
    if (touched.doubles) events.emit('doubles.changed', {})
    events.emit('library.changed', {})
  })
}

/** More than a window can show: it reads its page again. */
const IDS_NAMED = 500

function namedIds(patterns: ReadonlySet<string>): string[] | null {
  return patterns.size > IDS_NAMED ? null : [...patterns]
}
