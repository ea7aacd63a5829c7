import { createHash } from 'node:crypto'
import type { Kind } from '#shared/domain/pattern.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { sql } from '../db/sql.ts'
import { PARSE_VERSION } from '../import/reading.ts'
import { SKETCH_VERSION } from '../pictures/sketch.ts'
import { namedDesigner, namedTag } from '../tags/named.ts'
import { membership } from '../tags/tags.ts'

export interface SomePattern {
  readonly name: string
  readonly designer?: string
  readonly kind?: Kind
  readonly notes?: string
  readonly tags?: readonly string[]
  /** File names; each file's content is its own name unless `contents` says otherwise. Default: one QLI. */
  readonly files?: readonly string[]
  readonly contents?: readonly string[]
}

type SomeContext = Pick<Context, 'db' | 'clock' | 'events' | 'newId' | 'originals'>

/** Adds patterns as an import does, in one command, with files whose bytes really are in originals/. Returns their ids. */
export async function addPatterns(context: SomeContext, patterns: readonly SomePattern[]): Promise<string[]> {
  const ids: string[] = []
  const changes: RowChange[] = []
  for (const pattern of patterns) {
    const id = context.newId()
    ids.push(id)
    changes.push(...(await changesFor(context, id, pattern)))
  }
  commit(context, { label: 'import', args: { count: patterns.length }, changes })
  return ids
}

async function changesFor(context: SomeContext, id: string, pattern: SomePattern): Promise<RowChange[]> {
  const { db } = context
  const designer = pattern.designer === undefined ? null : namedDesigner(db, pattern.designer)
  const tags = (pattern.tags ?? []).map(name => namedTag(db, name))
  const names = pattern.files ?? [`${pattern.name}.qli`]
  const hashes = await Promise.all(names.map((name, index) => keep(context, pattern.contents?.[index] ?? name)))
  return [
    ...(designer?.changes ?? []),
    ...tags.flatMap(tag => tag.changes),
    {
      table: 'pattern',
      id,
      set: {
        name: pattern.name,
        designer_id: designer?.id ?? null,
        kind: pattern.kind ?? 'other',
        state: 'readable',
        notes: pattern.notes ?? '',
        favourite: 0,
        main_hash: hashes[0] ?? null,
        width_mm: 254,
        height_mm: 127,
        size_source: 'stated',
      },
    },
    ...names.map(
      (name, index): RowChange => ({
        table: 'file',
        id: context.newId(),
        set: { pattern_id: id, hash: hashes[index]!, name, role: 'design', format: 'qli', bytes: name.length },
      }),
    ),
    ...tags.map(tag => membership(id, tag.id, null)),
  ]
}

async function keep({ db, originals, clock }: SomeContext, content: string): Promise<string> {
  const { hash, bytes } = await originals.keep(new TextEncoder().encode(content))
  db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, sketch_version, sketch,
      kept_at)
    values (${hash}, ${bytes}, 'qli', 'extension', ${PARSE_VERSION}, 'read', ${SKETCH_VERSION},
      ${Uint8Array.of(1, 0, 0, 0, 0, 0)}, ${clock.now()})
    on conflict (hash) do nothing`)
  return hash
}

export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')
