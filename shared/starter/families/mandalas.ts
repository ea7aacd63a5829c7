import { grown, type Family } from '#shared/starter/family.ts'
import { arc, CORNER, join, line, onCircle, type Path } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'

const choices = {
  /** Petals to a round. */
  count: { from: 5, to: 20, whole: true },
  /** Rounds of petals, one outside another. */
  rounds: { from: 1, to: 4, whole: true },
  /** Inches across. */
  across: { from: 6, to: 12 },
  petal: { of: ['round', 'pointed', 'heart', 'ray'] },
  /** Petals within a petal. */
  echoes: { from: 0, to: 2, whole: true },
  /** Inches from the middle to the innermost ring. */
  heart: { from: 0.4, to: 2 },
} as const

/** How far up a heart its cleft lies. */
const CLEFT = 0.84

/** One petal on a ring: from `from` degrees to `to` degrees, its tip so far out. */
function petalOn(
  ring: number,
  from: number,
  to: number,
  tip: number,
  petal: 'round' | 'pointed' | 'heart' | 'ray',
): Path {
  const middle = (from + to) / 2
  const half = (to - from) / 2
  const at = (r: number, angle: number) => onCircle([0, 0], r, angle)
  const a = at(ring, from)
  const b = at(ring, to)
  const depth = tip - ring
  if (petal === 'ray') return line(a, at(tip, middle), b)
  if (petal === 'round')
    return through(
      [...a, from + 4],
      [...at(ring + depth * 0.62, middle - half * 0.92), middle + 14],
      [...at(tip, middle), middle + 90],
      [...at(ring + depth * 0.62, middle + half * 0.92), middle + 166],
      [...b, to + 176],
    )
  if (petal === 'pointed')
    return join(
      through([...a, from + 2], [...at(ring + depth * 0.5, middle - half * 0.88), middle + 12], at(tip, middle)),
      CORNER,
      through(at(tip, middle), [...at(ring + depth * 0.5, middle + half * 0.88), middle + 168], [...b, to + 178]),
    )
  const cleft = at(ring + depth * CLEFT, middle)
  return join(
    through(
      [...a, from + 4],
      [...at(ring + depth * 0.66, middle - half * 0.94), middle + 12],
      [...at(tip, middle - half * 0.44), middle + 90],
      [...cleft, middle + 165],
    ),
    CORNER,
    through(
      [...cleft, middle + 15],
      [...at(tip, middle + half * 0.44), middle + 90],
      [...at(ring + depth * 0.66, middle + half * 0.94), middle + 168],
      [...b, to + 176],
    ),
  )
}

/** Rounds of petals about a ring, each round between the tips of the one before; the line steps outwards from round to round. */
export const mandala: Family<typeof choices> = {
  id: 'mandala',
  choices,
  line({ count, rounds, across, petal, echoes, heart }) {
    const share = 360 / count
    const reach = across / 2 - heart
    const parts: (Path | typeof CORNER)[] = [
      arc([0, 0], heart * 0.55, -90, 360),
      CORNER,
      line(onCircle([0, 0], heart * 0.55, -90), onCircle([0, 0], heart, -90)),
      CORNER,
    ]
    let start = -90
    let ring = heart
    for (let k = 0; k < rounds; k++) {
      const tip = heart + (reach * (k + 1)) / rounds
      parts.push(arc([0, 0], ring, start, 360), CORNER)
      for (let i = 0; i < count; i++) {
        const [from, to] = [start + i * share, start + (i + 1) * share]
        for (let e = echoes; e >= 1; e--) {
          // Out and back: an echo begins and ends a little way along the ring under its petal.
          const inset = share * 0.17 * e
          const less = (tip - ring) * (1 - 0.27 * e)
          parts.push(arc([0, 0], ring, from, inset), CORNER)
          parts.push(petalOn(ring, from + inset, to - inset, ring + less, petal), CORNER)
          parts.push(arc([0, 0], ring, to - inset, -(share - inset)), CORNER)
        }
        parts.push(petalOn(ring, from, to, tip, petal), CORNER)
      }
      if (k < rounds - 1) {
        // The next ring lies on the tips, or in the clefts of hearts; the line climbs half a petal to get there.
        const next = petal === 'heart' ? ring + (tip - ring) * CLEFT : tip
        parts.push(halfPetal(petalOn(ring, start, start + share, tip, petal)), CORNER)
        start += share / 2
        ring = next
      }
    }
    return join(...parts.slice(0, -1))
  },
}

/** The petal up to its tip. */
function halfPetal(path: Path): Path {
  const strokes = path.strokes.slice(0, path.strokes.length / 2)
  return { start: path.start, strokes }
}

export const mandalas = [
  grown(
    mandala,
    { count: 12, rounds: 2, across: 9.5, petal: 'pointed', echoes: 0, heart: 1 },
    {
      slug: 'lotus-mandala',
      name: 'Lotus Mandala',
      kind: 'block',
      sizeInches: [9.5, 9.5],
      tags: ['mandala', 'lotus', 'flower', 'circle', 'medallion', 'yoga'],
      notes: 'Starts in the middle and grows outwards.',
    },
  ),
  grown(
    mandala,
    { count: 10, rounds: 1, across: 9, petal: 'round', echoes: 2, heart: 1.4 },
    {
      slug: 'dresden-plate',
      name: 'Dresden Plate',
      kind: 'block',
      sizeInches: [9, 8.6],
      tags: ['dresden plate', 'petals', 'flower', 'traditional', 'circle', 'echo'],
      notes: 'Ten petals with echoes. Starts in the middle.',
    },
  ),
  grown(
    mandala,
    { count: 16, rounds: 2, across: 9.6, petal: 'heart', echoes: 0, heart: 1.3 },
    {
      slug: 'lace-doily',
      name: 'Lace Doily',
      kind: 'block',
      sizeInches: [9.6, 9.6],
      tags: ['doily', 'lace', 'heart', 'mandala', 'wedding', 'circle', 'elegant'],
      notes: 'Starts in the middle and grows outwards.',
    },
  ),
  grown(
    mandala,
    { count: 12, rounds: 1, across: 10, petal: 'ray', echoes: 2, heart: 1.7 },
    {
      slug: 'sunburst',
      name: 'Sunburst',
      kind: 'block',
      sizeInches: [9.7, 9.7],
      tags: ['sunburst', 'sun', 'star', 'rays', 'geometric', 'straight lines', 'circle'],
      notes: 'Twelve rays with echoes. Starts in the middle.',
    },
  ),
]
