/** Ids that two computers make alike without knowing of each other (SYNC.md section 1, "Ids"). Pure. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { formatUuid } from '#shared/domain/ids.ts'
import type { Json, RecordKey } from './record.ts'

/** Bobbin's own namespace (RFC 9562 section 6.6), 6d0f2f5a-e3a9-4e0c-9a5d-6f0b1c7e42b8. Never changes. */
const NAMESPACE = hexToBytes('6d0f2f5ae3a94e0c9a5d6f0b1c7e42b8')
/** Where a UUID says its version. */
const VERSION_AT = 14

/** UUID version 5 (RFC 9562 section 5.5) of the words: the same on every computer. */
export function derivedUuid(...words: readonly string[]): string {
  return uuidOf(sha1(inNamespace(words.join('\n'))), 5)
}

/** The id of the record that "Keep it" makes of a purged one: UUID version 8, the same on every computer that keeps it. */
export function keptUuid(id: string): string {
  return uuidOf(sha256(inNamespace(`kept\n${id}`)), 8)
}

/** Whether this is an id of `derivedUuid`. Such a record is never purged: a tag taken off must be able to come back. */
export function isDerived(id: string): boolean {
  return id[VERSION_AT] === '5'
}

/** Of each kind of record that joins others: the fields its id is derived from, in order. */
const ENDS: Readonly<Record<string, { readonly fields: readonly string[]; readonly anyOrder?: true }>> = {
  pattern_tag: { fields: ['pattern_id', 'tag_id'] },
  collection_pattern: { fields: ['collection_id', 'pattern_id'] },
  tidy_answer: { fields: ['pattern_id', 'about', 'value'] },
  design_pair: { fields: ['first_id', 'second_id'], anyOrder: true },
  machine_mark: { fields: ['machine_id', 'pattern_id', 'format'] },
}

/** The id of the record of this table that joins these; null when its ids are not derived from its fields. */
export function joiningId(table: RecordKey['table'], fields: Readonly<Record<string, Json>>): string | null {
  const ends = ENDS[table]
  if (ends === undefined) return null
  const words = ends.fields.map(field => String(fields[field] ?? ''))
  return derivedUuid(table, ...(ends.anyOrder ? words.toSorted() : words))
}

function inNamespace(text: string): Uint8Array {
  const words = new TextEncoder().encode(text)
  const bytes = new Uint8Array(NAMESPACE.length + words.length)
  bytes.set(NAMESPACE)
  bytes.set(words, NAMESPACE.length)
  return bytes
}

function uuidOf(hash: Uint8Array, version: number): string {
  const bytes = hash.slice(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return formatUuid(bytes)
}
