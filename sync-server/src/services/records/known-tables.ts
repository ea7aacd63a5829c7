/**
 * What the server asks of the tables it knows: that every computer's own table can hold the value. Of fields and tables it does not know
 * it asks nothing: a newer device sends them, and they are handed on.
 */
import type { Json } from '#shared/sync/record.ts'
import type { Refusal } from '#shared/sync/server/admit.ts'
import { MOST_BYTES, type PushRecord } from '#shared/sync/wire.ts'

type Kind = 'text' | 'textOrNull' | 'integer' | 'integerOrNull' | 'realOrNull'

/** The columns of the library's tables, by what they hold. */
export const KNOWN: Readonly<Record<string, Partial<Record<Kind, readonly string[]>>>> = {
  designer: {
    integer: ['created_at'],
    text: ['name'],
    integerOrNull: ['trashed_at'],
  },
  tag_group: {
    integer: ['created_at'],
    text: ['name'],
    integerOrNull: ['trashed_at'],
  },
  tag: {
    integer: ['created_at', 'pinned'],
    text: ['name'],
    textOrNull: ['tag_group_id'],
    integerOrNull: ['trashed_at'],
  },
  collection_group: {
    integer: ['created_at'],
    text: ['name'],
    integerOrNull: ['trashed_at'],
  },
  collection: {
    integer: ['created_at', 'pinned'],
    text: ['name'],
    textOrNull: ['collection_group_id'],
    integerOrNull: ['trashed_at'],
  },
  saved_search: {
    integer: ['created_at', 'pinned'],
    text: ['name', 'question'],
    integerOrNull: ['trashed_at'],
  },
  tidy_answer: {
    integer: ['created_at'],
    text: ['pattern_id', 'about', 'value'],
    integerOrNull: ['trashed_at'],
  },
  plan: {
    integer: ['created_at'],
    text: ['pattern_id', 'name', 'plan'],
    integerOrNull: ['trashed_at'],
  },
  design_pair: {
    integer: ['created_at'],
    text: ['first_id', 'second_id', 'decision'],
    integerOrNull: ['trashed_at'],
  },
  pattern: {
    integer: ['created_at', 'favourite'],
    text: ['name', 'kind', 'state', 'notes'],
    textOrNull: ['designer_id', 'import_id', 'main_hash', 'picture_hash', 'size_source', 'version_id'],
    integerOrNull: ['last_used_at', 'runs', 'jumps', 'pauses', 'points', 'closed', 'trashed_at'],
    realOrNull: ['width_mm', 'height_mm', 'stitched_mm', 'travel_mm', 'end_rise_mm'],
  },
  file: {
    integer: ['created_at', 'bytes'],
    text: ['pattern_id', 'hash', 'name', 'origin', 'role', 'format'],
    textOrNull: ['made_from', 'recipe'],
    integerOrNull: ['trashed_at'],
  },
  pattern_tag: {
    integer: ['created_at'],
    text: ['pattern_id', 'tag_id'],
    integerOrNull: ['trashed_at'],
  },
  collection_pattern: {
    integer: ['created_at'],
    text: ['collection_id', 'pattern_id'],
    integerOrNull: ['trashed_at'],
  },
  machine: {
    integer: ['created_at'],
    text: ['name', 'preset_id', 'experimental'],
    textOrNull: ['formats', 'letters', 'unit', 'on_pieces'],
    integerOrNull: ['longest_name', 'per_designer', 'most_files', 'start_at_origin', 'most_points', 'trashed_at'],
    realOrNull: ['tolerance_mm', 'smallest_mm', 'widest_mm', 'highest_mm', 'start_end_mm'],
  },
  machine_mark: {
    integer: ['created_at'],
    text: ['machine_id', 'pattern_id', 'format', 'verdict'],
    integerOrNull: ['sent_at', 'trashed_at'],
  },
}

const KINDS = new Map(
  Object.entries(KNOWN).map(([table, columns]) => [
    table,
    new Map(Object.entries(columns).flatMap(([kind, names]) => names.map(name => [name, kind as Kind] as const))),
  ]),
)

/** More entries than this in one record are nobody's fields. */
const MOST_ENTRIES = 500

/** Why the server does not take a record, in a sentence for the quilter; null: it does. */
export function refuseKnown(record: PushRecord): Refusal | null {
  if (record.entries.length > MOST_ENTRIES)
    return { code: 'too-large', message: 'There are too many values in it to back up.' }
  if (sizeOf(record) > MOST_BYTES)
    return { code: 'too-large', message: 'It is too large to back up: 1 MB is the most.' }
  const kinds = KINDS.get(record.table)
  const wrong = record.entries.find(({ field, value }) => !fits(kinds?.get(field), value))
  if (wrong === undefined) return null
  return { code: 'not-valid', message: `Its ${wrong.field.replaceAll('_', ' ')} is not something Bobbin can keep.` }
}

function fits(kind: Kind | undefined, value: Json): boolean {
  switch (kind) {
    case undefined:
      return true
    case 'text':
      return typeof value === 'string'
    case 'textOrNull':
      return value === null || typeof value === 'string'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'integerOrNull':
      return value === null || Number.isSafeInteger(value)
    case 'realOrNull':
      return value === null || typeof value === 'number'
  }
}

/** Bytes of its values, near enough: only long texts and whole documents can make it too large. */
function sizeOf({ entries }: PushRecord): number {
  let bytes = 0
  for (const { field, value } of entries) {
    bytes += field.length + 64
    if (typeof value === 'string') bytes += value.length > 1000 ? Buffer.byteLength(value) : value.length
    else if (typeof value === 'object' && value !== null) bytes += Buffer.byteLength(JSON.stringify(value))
  }
  return bytes
}
