/** A library of any size in a moment: the starter designs, varied, put straight into the database as an import would leave them. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeSketch, decodeSketch } from '#shared/domain/sketch.ts'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { DESCRIPTOR_VERSION, describe } from '#shared/shape/describe.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { refreshWords } from '#library/search/words.ts'
import { makeLibraryDirs } from '#library/dirs.ts'
import { insertRow } from '#library/db/rows.ts'
import { openDatabase } from '#library/db/open.ts'
import { sql } from '#library/db/sql.ts'
import { PARSE_VERSION } from '#library/import/reading.ts'
import { drawSketch } from '#library/pictures/sketch.ts'

const DESIGNERS = ['Willow Lane', 'Northfield Needle', 'Zinnia Park', 'Old Mill Designs', 'Bobbin starter']
const WORDS = ['Soft', 'Grand', 'Little', 'Winter', 'Garden', 'Evening', 'Sunday', 'Prairie', 'River', 'Honey']
/** The oldest designs of the starter library: counts and kept pictures stay as they are when it grows. */
const DRAWN = 44
const SEEDED_AT = Date.UTC(2026, 0, 5, 9)

/** Libraries made by this process, by how many patterns they have: a story's own is a copy (20 in the place of 500 ms of work). */
const made = new Map<number, Promise<string>>()
const shelf = mkdtempSync(join(tmpdir(), 'bobbin-seeded-'))
process.once('exit', () => rmSync(shelf, { recursive: true, force: true }))

/** Makes the library in `dir` with this many patterns, all different in name, size and sketch. */
export async function seedLibrary(dir: string, count: number): Promise<void> {
  const making = made.get(count) ?? makeLibrary(count)
  made.set(count, making)
  cpSync(await making, dir, { recursive: true })
}

async function makeLibrary(count: number): Promise<string> {
  const dir = join(shelf, String(count))
  const dirs = await makeLibraryDirs(dir)
  const { db, close } = await openDatabase(dirs.database, async () => {})
  const drawn = starterPatterns.slice(0, DRAWN).map(pattern => {
    const design = pattern.draw()
    const measures = measureDesign(design)
    const bounds = boundsOf(design)
    return { pattern, measures, bounds, sketch: drawSketch(design, measures), looks: describe(design) }
  })
  db.transaction(() => {
    DESIGNERS.forEach((name, index) => insertRow(db, 'designer', `designer-${index}`, { name }, SEEDED_AT))
    for (let index = 0; index < count; index++) {
      const one = drawn[index % drawn.length]!
      const round = Math.floor(index / drawn.length)
      const hash = index.toString(16).padStart(64, '0')
      const sketch = one.sketch && varied(one.sketch, round)
      db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, facts, sketch_version, sketch, kept_at)
        values (${hash}, 1000, 'qli', 'content', ${PARSE_VERSION}, 'read', '{}', 1, ${sketch}, ${SEEDED_AT})`)
      if (one.looks)
        db.run(sql`insert into descriptor (hash, version, v, local_scale, length_over_gyration) values (${hash},
          ${DESCRIPTOR_VERSION}, ${new Uint8Array(one.looks.vector)}, ${one.looks.localScaleMm}, ${one.looks.lengthOverGyration})`)
      const scale = 1 + (round % 7) / 8
      insertRow(
        db,
        'pattern',
        `pattern-${index}`,
        {
          name: round === 0 ? one.pattern.name : `${WORDS[round % WORDS.length]} ${one.pattern.name} ${round}`,
          designer_id: `designer-${index % DESIGNERS.length}`,
          kind: one.pattern.kind,
          state: 'readable',
          main_hash: hash,
          width_mm: one.bounds ? widthOf(one.bounds) * scale : null,
          height_mm: one.bounds ? heightOf(one.bounds) * scale : null,
          size_source: 'stated',
          stitched_mm: one.measures.stitchedLengthMm * scale,
          travel_mm: one.measures.travelLengthMm,
          runs: one.measures.runs,
          jumps: one.measures.jumps,
          pauses: one.measures.pauses,
          points: one.measures.points,
          closed: one.measures.closed ? 1 : 0,
          end_rise_mm: one.measures.start && one.measures.end ? one.measures.end.y - one.measures.start.y : null,
        },
        SEEDED_AT + count - index,
      )
      insertRow(
        db,
        'file',
        `file-${index}`,
        {
          pattern_id: `pattern-${index}`,
          hash,
          name: `${one.pattern.slug}-${index}.qli`,
          role: 'design',
          format: 'qli',
          bytes: 1000,
        },
        SEEDED_AT,
      )
    }
  })
  const ids = Array.from({ length: count }, (_, index) => `pattern-${index}`)
  for (let at = 0; at < count; at += 500) db.transaction(() => refreshWords(db, new Set(ids.slice(at, at + 500))))
  close()
  return dir
}

/** The same drawing a little leaned: no two pictures of the wall are the same bytes. */
function varied(bytes: Uint8Array, round: number): Uint8Array {
  const sketch = decodeSketch(bytes)
  if (!sketch || round === 0) return bytes
  const lean = ((round * 37) % 41) / 41 - 0.5
  const runs = sketch.runs.map(run =>
    run.map((value, at) => (at % 2 === 0 ? Math.round(value * 0.9 + (run[at + 1] ?? 0) * lean * 0.2 + 40) : value)),
  )
  return encodeSketch({ ...sketch, runs })
}
