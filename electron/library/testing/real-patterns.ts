import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileRole, Kind } from '#shared/domain/pattern.ts'
import type { Context } from '../context.ts'
import { commit, type RowChange } from '../db/commit.ts'
import { putOriginal } from '../db/tables/original.ts'
import { type FileReading, PARSE_VERSION } from '../import/reading.ts'
import { namedDesigner, namedTag } from '../tags/named.ts'
import { membership } from '../tags/tags.ts'

export interface RealPattern {
  readonly name: string
  readonly designer?: string
  readonly kind?: Kind
  readonly notes?: string
  readonly tags?: readonly string[]
  /** The first one is what she sees. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

const FIXTURES = join(import.meta.dirname, '../../../shared/formats/fixtures')

/** A file of the repository's own pattern files; see ATTRIBUTION.md there. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FIXTURES, path)))
}

/** Adds one pattern whose files are kept, read, measured and drawn by the core's own threads. Returns its id. */
export async function addRealPattern(context: Context, pattern: RealPattern): Promise<string> {
  const readings = await readAll(context, pattern.files)
  const id = context.newId()
  const designer = pattern.designer === undefined ? null : namedDesigner(context.db, pattern.designer)
  const tags = (pattern.tags ?? []).map(name => namedTag(context.db, name))
  const main = readings.find(reading => reading.found?.outcome === 'read') ?? readings[0]!
  const facts = main.found?.facts
  const bounds = facts && 'bounds' in facts ? facts.bounds : null
  const changes: RowChange[] = [
    ...(designer?.changes ?? []),
    ...tags.flatMap(tag => tag.changes),
    {
      table: 'pattern',
      id,
      set: {
        name: pattern.name,
        designer_id: designer?.id ?? null,
        kind: pattern.kind ?? 'other',
        state: main.found?.outcome === 'read' ? 'readable' : 'locked',
        notes: pattern.notes ?? '',
        main_hash: main.hash,
        width_mm: bounds ? bounds.maxX - bounds.minX : null,
        height_mm: bounds ? bounds.maxY - bounds.minY : null,
      },
    },
    ...readings.map(
      (reading, index): RowChange => ({
        table: 'file',
        id: context.newId(),
        set: {
          pattern_id: id,
          hash: reading.hash,
          name: pattern.files[index]!.name,
          role: reading.role as FileRole,
          format: reading.format,
          bytes: reading.bytes,
        },
      }),
    ),
    ...tags.map(tag => membership(id, tag.id, null)),
  ]
  commit(context, { label: 'import', args: { count: 1 }, changes })
  return id
}

async function readAll(context: Context, files: RealPattern['files']) {
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-files-'))
  try {
    const sources = await Promise.all(
      files.map(async ({ name, bytes }, index) => {
        const path = join(folder, String(index))
        await writeFile(path, bytes)
        return { source: { kind: 'file', path }, name }
      }),
    )
    const input = { originals: context.dir.originals, files: sources, read: 'all' }
    const readings = await context.pool.run<FileReading[]>('keep-and-read', input)
    return readings.map(reading => keptOf(context, reading))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function keptOf(context: Context, reading: FileReading) {
  if (reading.kind !== 'kept') throw new Error(`not kept: ${JSON.stringify(reading)}`)
  if (reading.found)
    putOriginal(context.db, {
      hash: reading.hash,
      bytes: reading.bytes,
      format: reading.format,
      detectedBy: reading.detectedBy,
      parseVersion: PARSE_VERSION,
      sketchVersion: 1,
      found: reading.found,
      keptAt: context.clock.now(),
    })
  return reading
}
