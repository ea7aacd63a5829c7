import { createHash } from 'node:crypto'
import type { Context } from '#library/context.ts'
import { commit, type RowChange } from '#library/db/commit.ts'
import { sql } from '#library/db/sql.ts'
import { putDescription } from '#library/db/tables/descriptor.ts'
import { putOutline } from '#library/db/tables/outline.ts'
import { PARSE_VERSION } from '#library/import/reading.ts'
import { namedDesigner, namedTag } from '#library/tags/named.ts'
import { membership } from '#library/tags/tags.ts'
import type { Entry } from './library.ts'

const AT_ONCE = 200

/** What is kept of a drawing. */
export interface Look {
  readonly vector: Int8Array
  readonly outline?: Uint8Array | null
}

/**
 * Puts the patterns into a real library, without files: what a file would tell is told.
 *
 * @param looks what each looks like; nothing to describe when left out
 * @returns their ids, in order
 */
export function fillLibrary(context: Context, entries: readonly Entry[], looks: readonly Look[] = []): string[] {
  const ids: string[] = []
  let command: number | undefined
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    context.db.transaction(() => {
      const changes = entries.slice(at, at + AT_ONCE).flatMap((entry, index) => {
        const id = context.newId()
        ids.push(id)
        const changes = changesOf(context, entry, id, at + index)
        lookOf(context, `${at + index}/${entry.files[0] ?? ''}`, looks[at + index])
        return changes
      })
      const continued = command === undefined ? {} : { continueCommand: command }
      const done = commit(context, { label: 'import', args: { count: entries.length }, changes, ...continued })
      command = done.commandId ?? undefined
    })
  }
  return ids
}

function changesOf(context: Context, entry: Entry, id: string, index: number): RowChange[] {
  const designer = entry.designer === null ? null : namedDesigner(context.db, entry.designer)
  const tags = entry.tags.map(tag => namedTag(context.db, tag))
  const hashes = entry.files.map(file => keepOriginal(context, `${index}/${file}`))
  const sized = entry.widthMm !== null
  return [
    ...(designer?.changes ?? []),
    ...tags.flatMap(tag => tag.changes),
    {
      table: 'pattern',
      id,
      set: {
        name: entry.name,
        designer_id: designer?.id ?? null,
        kind: entry.kind,
        state: 'readable',
        notes: entry.notes,
        favourite: 0,
        main_hash: hashes[0] ?? null,
        width_mm: entry.widthMm,
        height_mm: entry.heightMm,
        size_source: sized ? 'stated' : 'unknown',
        stitched_mm: entry.stitchedMm,
        runs: entry.jumps + 1,
        jumps: entry.jumps,
      },
    },
    ...entry.files.map(
      (name, which): RowChange => ({
        table: 'file',
        id: context.newId(),
        set: {
          pattern_id: id,
          hash: hashes[which] ?? '',
          name,
          role: 'design',
          format: which === 0 ? 'qli' : 'dxf',
          bytes: 4_000,
        },
      }),
    ),
    ...tags.map(tag => membership(id, tag.id, null)),
  ]
}

function lookOf({ db }: Context, content: string, look: Look | undefined): void {
  const hash = hashOf(content)
  putDescription(db, hash, look ? { vector: look.vector, localScaleMm: 10, lengthOverGyration: 20 } : null)
  putOutline(db, hash, look?.outline ?? null)
}

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')

function keepOriginal({ db, clock }: Context, content: string): string {
  const hash = hashOf(content)
  db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, kept_at)
    values (${hash}, 4000, 'qli', 'content', ${PARSE_VERSION}, 'read', ${clock.now()}) on conflict (hash) do nothing`)
  return hash
}
