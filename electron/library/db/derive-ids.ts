/**
 * Part of migration 140: tags and designers get ids derived from their names, where they have others. Every Bobbin so far derived them; a
 * library that another program wrote or filled may not. Two computers could not find that they have the same tag otherwise.
 */
import type Database from 'better-sqlite3'
import { foldName } from '#shared/text/fold.ts'
import { isDerived } from '#shared/sync/ids.ts'
import { designerId, patternTagId, tagId } from './derived-id.ts'

type Table = 'tag' | 'designer'

interface Row {
  readonly id: string
  readonly name: string
  readonly trashed_at: number | null
}

const IDS: Readonly<Record<Table, (name: string, turn: number) => string>> = { tag: tagId, designer: designerId }

export function deriveIds(raw: Database.Database): void {
  for (const table of ['tag', 'designer'] as const) {
    const rows = raw.prepare(`select id, name, trashed_at from ${table} order by created_at, id`).all() as Row[]
    for (const row of rows) if (!isDerived(row.id)) derive(raw, table, row)
  }
}

/** Whatever names it follows: memberships, patterns, the journal, kept searches, this computer's settings. */
function derive(raw: Database.Database, table: Table, { id, name, trashed_at }: Row): void {
  const free = freeId(raw, table, name)
  if (free.taken === null) raw.prepare(`update ${table} set id = ? where id = ?`).run(free.id, id)
  else {
    raw.prepare(`delete from ${table} where id = ?`).run(id)
    if (trashed_at === null) raw.prepare(`update ${table} set trashed_at = null where id = ?`).run(free.id)
  }
  if (table === 'designer') raw.prepare('update pattern set designer_id = ? where designer_id = ?').run(free.id, id)
  else moveMemberships(raw, id, free.id)
  rename(raw, id, free.id)
}

/** The first turn whose id is free, or belongs to one of the same name: these two are one then. */
function freeId(raw: Database.Database, table: Table, name: string): { id: string; taken: string | null } {
  const holder = raw.prepare(`select name from ${table} where id = ?`).pluck()
  for (let turn = 1; ; turn++) {
    const id = IDS[table](name, turn)
    const taken = (holder.get(id) as string | undefined) ?? null
    if (taken === null || foldName(taken) === foldName(name)) return { id, taken }
  }
}

function moveMemberships(raw: Database.Database, from: string, to: string): void {
  const rows = raw.prepare('select id, pattern_id, trashed_at from pattern_tag where tag_id = ?').all(from) as {
    id: string
    pattern_id: string
    trashed_at: number | null
  }[]
  for (const { id, pattern_id, trashed_at } of rows) {
    const moved = patternTagId(pattern_id, to)
    const there = raw.prepare('select 1 from pattern_tag where id = ?').get(moved)
    if (there === undefined) raw.prepare('update pattern_tag set id = ?, tag_id = ? where id = ?').run(moved, to, id)
    else {
      raw.prepare('delete from pattern_tag where id = ?').run(id)
      if (trashed_at === null) raw.prepare('update pattern_tag set trashed_at = null where id = ?').run(moved)
    }
    rename(raw, id, moved)
  }
}

/** Ids are in JSON, too, and are nothing else anywhere: replacing the text is enough. */
const NAMED_IN: readonly (readonly [table: string, column: string])[] = [
  ['command', 'args'],
  ['command_change', 'row_id'],
  ['command_change', 'before'],
  ['command_change', 'after'],
  ['saved_search', 'question'],
  ['setting', 'value'],
]

function rename(raw: Database.Database, from: string, to: string): void {
  for (const [table, column] of NAMED_IN)
    raw
      .prepare(`update ${table} set ${column} = replace(${column}, ?, ?) where instr(${column}, ?) > 0`)
      .run(from, to, from)
}
