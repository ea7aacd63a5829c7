import { createHash } from 'node:crypto'
import type { Context } from '#library/context.ts'
import { commit, type RowChange } from '#library/db/commit.ts'
import { sql } from '#library/db/sql.ts'
import { PARSE_VERSION } from '#library/import/reading.ts'
import { namedDesigner, namedTag } from '#library/tags/named.ts'
import { membership } from '#library/tags/tags.ts'
import { KINDS } from '#shared/domain/pattern.ts'

const MOTIFS =
  `feather swirl leaf border wave star heart butterfly clamshell meander paisley daisy rose maple oak snowflake wreath holly
  spiral loop ribbon braid cable celtic fern ivy pebble bubble stipple fan shell sunburst tulip lotus dragonfly hummingbird cat paw
  horseshoe barn quilt baptist orange peel pumpkin spice winter frost windswept cotton boll honeycomb hexagon chevron lattice`.split(
    /\s+/,
  )
const MOODS =
  `simple elegant dancing wild modern tiny grand frosty sweet country double triple floating lazy joyful antique`.split(
    /\s+/,
  )
const MAKERS =
  `Anne Bright, Urban Elementz, Sweet Dreams, Willow Leaf, Apricot Moon, Karen Thompson, Lorien, Wasatch, Intelligent, Nancy Haacke,
  Patricia Ritter, Jessica Schick, Digitech, Barbara Becker, Tammy Finkler, Kim Diamond, Meredith England, Julie Hirt`
    .split(',')
    .map(name => name.trim())
const TAGS =
  `floral, feathers, christmas, autumn, spring, baby, masculine, dense, open, quick, animals, geometric, modern, traditional, holiday, custom,
  sashing set, favourite of Anna, show quilt, large scale, small scale, beginner`
    .split(',')
    .map(name => name.trim())

/** The dice of the bench: the same library in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Fills a library with made-up patterns of a shop's kind: two files, a sketch of 1.2 kB, three tags, now and then a note. */
export function addManyPatterns(context: Context, count: number): void {
  const roll = dice(7)
  const pick = (list: readonly string[]): string => list[roll(list.length)] ?? ''
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  let command: number | undefined
  for (let at = 0; at < count; at += 50) {
    context.db.transaction(() => {
      const changes: RowChange[] = []
      for (let index = at; index < Math.min(count, at + 50); index++) {
        const words = [pick(MOODS), pick(MOTIFS), pick(MOTIFS)].map(capital)
        const kind = KINDS[roll(KINDS.length)]!
        const name = `${words.join(' ')} ${kind === 'border' ? 'Border ' : ''}${roll(40)}`
        const designer = namedDesigner(context.db, pick(MAKERS))
        const tags = [pick(TAGS), pick(TAGS), pick(MOTIFS)].map(tag => namedTag(context.db, tag))
        const id = context.newId()
        const files = [`${words.join('')}_${kind}.qli`, `${words.join('').slice(0, 8).toLowerCase()}.dxf`]
        const hashes = files.map(file => keepFacts(context, `${index}/${file}`, roll))
        changes.push(
          ...designer.changes,
          ...tags.flatMap(tag => tag.changes),
          {
            table: 'pattern',
            id,
            set: {
              name,
              designer_id: designer.id,
              kind,
              state: 'readable',
              notes: roll(4) === 0 ? `Stitch at ten inches. Copyright ${pick(MAKERS)}. Not to be shared or sold.` : '',
              favourite: roll(20) === 0 ? 1 : 0,
              main_hash: hashes[0]!,
              width_mm: 100 + roll(300),
              height_mm: 100 + roll(300),
              size_source: index % 30 === 0 ? 'unknown' : 'stated',
              jumps: index % 7 === 0 ? null : index % 3 === 0 ? 4 : 0,
              last_used_at: index % 11 === 0 ? context.clock.now() - index * 60_000 : null,
            },
          },
          ...files.map(
            (file, which): RowChange => ({
              table: 'file',
              id: context.newId(),
              set: {
                pattern_id: id,
                hash: hashes[which]!,
                name: file,
                role: 'design',
                format: which === 0 ? 'qli' : 'dxf',
                bytes: 4_000,
              },
            }),
          ),
          ...tags.map(tag => membership(id, tag.id, null)),
        )
      }
      const continued = command === undefined ? {} : { continueCommand: command }
      command = commit(context, { label: 'import', args: { count }, changes, ...continued }).commandId ?? undefined
    })
  }
}

function keepFacts({ db, clock }: Context, content: string, roll: (below: number) => number): string {
  const hash = createHash('sha256').update(content).digest('hex')
  const sketch = Uint8Array.from({ length: 1_200 }, () => roll(256))
  db.run(sql`insert into original (hash, bytes, format, detected_by, parse_version, outcome, sketch_version, sketch, kept_at)
    values (${hash}, 4000, 'qli', 'content', ${PARSE_VERSION}, 'read', 1, ${sketch}, ${clock.now()}) on conflict (hash) do nothing`)
  return hash
}
