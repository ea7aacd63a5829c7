/** The words of the protocol: headers and messages a shape answer is made of. Pure. */
import { offsetAfter } from './offset.ts'

/** What is served of `record`, in this order, by either source. The key columns come first. */
export const SHAPE_COLUMNS = ['table_name', 'row_id', 'fields', 'stamps', 'purged', 'seq'] as const

/** As Postgres describes those columns; a real Electric sends the same. */
export const SHAPE_SCHEMA = JSON.stringify({
  table_name: { type: 'text', not_null: true, pk_index: 0 },
  row_id: { type: 'text', not_null: true, pk_index: 1 },
  fields: { type: 'jsonb', not_null: true },
  stamps: { type: 'jsonb', not_null: true },
  purged: { type: 'bool', not_null: true },
  seq: { type: 'int8', not_null: true },
})

export const MUST_REFETCH = '[{"headers":{"control":"must-refetch"}}]'

/** Headers a caller may read from a page, and the ones an answer of a real Electric is passed on with. */
export const ELECTRIC_HEADERS = [
  'electric-handle',
  'electric-offset',
  'electric-schema',
  'electric-cursor',
  'electric-up-to-date',
  'electric-has-data',
] as const

/** On every answer of the route. What a quilter has is private; a cache that replayed last week's first page would be wrong besides. */
export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  vary: 'authorization, accept-encoding',
  'access-control-expose-headers': [...ELECTRIC_HEADERS, 'retry-after', 'bobbin-epoch', 'bobbin-now'].join(', '),
}

/** The batch may be applied: this is all there is up to `seq`. */
export function upToDate(seq: number): string {
  return `{"headers":{"control":"up-to-date","global_last_seen_lsn":"${seq}"}}`
}

/** One chunk of the log. */
export interface Chunk {
  /** Change messages joined by commas; empty for none. */
  readonly rows: string
  /** Everything up to here is in it or was before it. */
  readonly end: number
  readonly isUpToDate: boolean
}

export function chunkBody({ rows, end, isUpToDate }: Chunk): string {
  if (!isUpToDate) return `[${rows}]`
  return rows === '' ? `[${upToDate(end)}]` : `[${rows},${upToDate(end)}]`
}

/** @param cursor of a live answer; null of any other, which carries the schema instead */
export function chunkHeaders(handle: string, chunk: Chunk, cursor: string | null): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'electric-handle': handle,
    'electric-offset': offsetAfter(chunk.end),
    'electric-has-data': String(chunk.rows !== ''),
    ...(cursor === null ? { 'electric-schema': SHAPE_SCHEMA } : { 'electric-cursor': cursor }),
    ...(chunk.isUpToDate ? { 'electric-up-to-date': '' } : {}),
  }
}
