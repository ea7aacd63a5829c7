import { derivedUuid } from '#shared/sync/ids.ts'
import { foldName } from '#shared/text/fold.ts'

/** `turn` 2, 3 … when the id before it belongs to a record that has another name by now. */
function namedId(table: string, name: string, turn: number): string {
  return derivedUuid(table, turn === 1 ? foldName(name) : `${foldName(name)}#${turn}`)
}

export const tagId = (name: string, turn = 1): string => namedId('tag', name, turn)
export const designerId = (name: string, turn = 1): string => namedId('designer', name, turn)
export const patternTagId = (patternId: string, tag: string): string => derivedUuid('pattern_tag', patternId, tag)
export const collectionPatternId = (collectionId: string, patternId: string): string =>
  derivedUuid('collection_pattern', collectionId, patternId)
export const tidyAnswerId = (patternId: string, about: string, value: string): string =>
  derivedUuid('tidy_answer', patternId, about, value)
/** Whichever of the two patterns is named first. */
export const designPairId = (one: string, other: string): string =>
  derivedUuid('design_pair', ...[one, other].toSorted())
export const machineMarkId = (machineId: string, patternId: string, format: string): string =>
  derivedUuid('machine_mark', machineId, patternId, format)
