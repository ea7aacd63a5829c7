import { createHash } from 'node:crypto'
import { formatUuid } from '#shared/domain/ids.ts'
import { foldName } from '#shared/text/fold.ts'

/** Bobbin's own namespace (RFC 9562 section 6.6). Never changes: two computers must make the same id. */
const NAMESPACE = Buffer.from('6d0f2f5ae3a94e0c9a5d6f0b1c7e42b8', 'hex')

/** UUID version 5 (RFC 9562 section 5.5): the same words give the same id on every computer. */
function derivedId(...words: string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(words.join('\n')).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return formatUuid(hash)
}

/** `turn` 2, 3 … when the id before it belongs to a record that has another name by now. */
function namedId(table: string, name: string, turn: number): string {
  return derivedId(table, turn === 1 ? foldName(name) : `${foldName(name)}#${turn}`)
}

export const tagId = (name: string, turn = 1): string => namedId('tag', name, turn)
export const designerId = (name: string, turn = 1): string => namedId('designer', name, turn)
export const patternTagId = (patternId: string, tag: string): string => derivedId('pattern_tag', patternId, tag)
export const collectionPatternId = (collectionId: string, patternId: string): string =>
  derivedId('collection_pattern', collectionId, patternId)
export const tidyAnswerId = (patternId: string, about: string, value: string): string =>
  derivedId('tidy_answer', patternId, about, value)
/** Whichever of the two patterns is named first. */
export const designPairId = (one: string, other: string): string => derivedId('design_pair', ...[one, other].toSorted())
export const machineMarkId = (machineId: string, patternId: string, format: string): string =>
  derivedId('machine_mark', machineId, patternId, format)
