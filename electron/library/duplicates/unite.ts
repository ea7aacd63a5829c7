import type { RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { type Belongings, collectionsOf, filesLacking, plansOf, tagsOf } from '../db/tables/pattern-pair.ts'
import { factsOf } from '../db/tables/original.ts'
import { readFilesOf } from '../db/tables/reread.ts'
import type { Fields } from '../db/synced.ts'
import { mainFile } from '../import/bundle/main-file.ts'
import type { DesignFacts } from '../import/reading.ts'
import { measuredFields } from '../patterns/measured.ts'
import { inCollection } from '../patterns/places.ts'
import { membership } from '../tags/tags.ts'

/**
 * What makes one pattern have everything that she gave to another. The other one's own rows stay as they are: it can come back from the
 * trash, or be gone for good, and neither touches the one that stays.
 */
export function wordsOver(
  { db, newId }: { db: ReadDb; newId(): string },
  keep: Belongings,
  other: Belongings,
): RowChange[] {
  return [
    { table: 'pattern', id: keep.id, set: fieldsOver(keep, other) },
    ...tagsOf(db, other.id).map(tag => membership(keep.id, tag, null)),
    ...collectionsOf(db, other.id).map(collection => inCollection(keep.id, collection, null)),
    ...plansOf(db, other.id).map(
      ({ name, plan }): RowChange => ({ table: 'plan', id: newId(), set: { pattern_id: keep.id, name, plan } }),
    ),
  ]
}

function fieldsOver(keep: Belongings, other: Belongings): Fields {
  const used = Math.max(keep.lastUsedAt ?? 0, other.lastUsedAt ?? 0)
  return {
    favourite: Math.max(keep.favourite, other.favourite),
    ...(keep.designerId === null && other.designerId !== null ? { designer_id: other.designerId } : {}),
    ...(keep.pictureHash === null && other.pictureHash !== null ? { picture_hash: other.pictureHash } : {}),
    ...(used > 0 ? { last_used_at: used } : {}),
    ...(isNew(keep.notes, other.notes) ? { notes: [keep.notes, other.notes].filter(Boolean).join('\n\n') } : {}),
  }
}

const isNew = (notes: string, more: string): boolean => more.trim() !== '' && !notes.includes(more.trim())

/** The files of another pattern as this one's as well; what stands for the pattern is chosen anew among all of them. */
export function filesOver({ db, newId }: { db: ReadDb; newId(): string }, keep: string, other: string): RowChange[] {
  const files = filesLacking(db, other, keep).map(
    (file): RowChange => ({ table: 'file', id: newId(), set: { ...file, pattern_id: keep } }),
  )
  if (files.length === 0) return []
  const all = [...readFilesOf(db, keep), ...readFilesOf(db, other)]
  const main = mainFile({ files: all })
  return [...files, ...(main ? [{ table: 'pattern', id: keep, set: geometryOf(db, main) } as const] : [])]
}

function geometryOf(db: ReadDb, main: NonNullable<ReturnType<typeof mainFile>> & { hash: string }): Fields {
  const { design } = main
  return {
    state: 'readable',
    main_hash: main.hash,
    ...measuredFields(factsOf<DesignFacts>(db, main.hash)),
    ...(design === null || design.size === 'unknown'
      ? {}
      : { width_mm: design.widthMm, height_mm: design.heightMm, size_source: design.size }),
  }
}
