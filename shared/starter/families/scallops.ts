import { grown, type Family } from '#shared/starter/family.ts'
import { CORNER, join, line, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'

const choices = {
  /** Scallops to a repeat. */
  count: { from: 2, to: 8, whole: true },
  /** Inches across a scallop. */
  across: { from: 1.2, to: 5 },
  tallInches: { from: 1.5, to: 6 },
  /** Rounds one within another, counted in pairs; one more leads on. */
  pairs: { from: 1, to: 3, whole: true },
  top: { of: ['round', 'pointed', 'onion'] },
} as const

/** Scallops or points side by side, each with its echoes inside, stitched there and back and on. */
export const scallops: Family<typeof choices> = {
  id: 'scallops',
  choices,
  line({ count, across, tallInches: tall, pairs, top }) {
    const rounds = pairs * 2 + 1
    const inset = across / 2 / (rounds + 0.4)
    const one = (left: number, k: number): Path => {
      const [a, b]: [XY, XY] = [
        [left + k * inset, 0],
        [left + across - k * inset, 0],
      ]
      const peak: XY = [left + across / 2, tall * (1 - k / (rounds + 0.4))]
      if (top === 'pointed') return line(a, peak, b)
      const half = (b[0] - a[0]) / 2
      if (top === 'round') return through([...a, 90], [peak[0], peak[1], 0], [...b, -90])
      return join(
        through([...a, 98], [a[0] + half * 0.22, peak[1] * 0.58, 62], [...peak, 82]),
        CORNER,
        through([...peak, -82], [b[0] - half * 0.22, peak[1] * 0.58, -62], [...b, -98]),
      )
    }
    const parts: (Path | typeof CORNER)[] = []
    const lead = inset * 0.6
    for (let i = 0; i < count; i++) {
      const left = i * (across + 2 * lead) + lead
      parts.push(line([left - lead, 0], [left, 0]), CORNER)
      // From the outermost to the innermost there and back, and home along the foot under the last.
      for (let k = 0; k < rounds; k++) {
        const arch = one(left, k)
        const back: Path = k % 2 === 0 ? arch : mirroredAbout(arch, left + across / 2)
        parts.push(back, CORNER)
        const side = k % 2 === 0 ? 1 : -1
        const end = left + across / 2 + side * (across / 2 - k * inset)
        if (k < rounds - 1) parts.push(line([end, 0], [end - side * inset, 0]), CORNER)
        else parts.push(line([end, 0], [left + across, 0]), line([left + across, 0], [left + across + lead, 0]))
      }
    }
    return join(...parts)
  },
}

function mirroredAbout(path: Path, x: number): Path {
  const swap = ([px, py]: XY): XY => [2 * x - px, py]
  return {
    start: swap(path.start),
    strokes: path.strokes.map(stroke => {
      if (stroke.kind === 'line') return { ...stroke, to: swap(stroke.to) }
      if (stroke.kind === 'arc')
        return { ...stroke, to: swap(stroke.to), centre: swap(stroke.centre), sweep: -stroke.sweep }
      return { ...stroke, c1: swap(stroke.c1), c2: swap(stroke.c2), to: swap(stroke.to) }
    }),
  }
}

export const scallopBorders = [
  grown(
    scallops,
    { count: 3, across: 3, tallInches: 3.4, pairs: 1, top: 'round' },
    {
      slug: 'scalloped-edge',
      name: 'Scalloped Edge',
      kind: 'border',
      sizeInches: [10.6, 3.4],
      repeatInches: 10.588,
      tags: ['scallop', 'clamshell', 'arcs', 'traditional', 'echo'],
      notes: 'Three scallops to a repeat. The foot of each is stitched twice.',
    },
  ),
  grown(
    scallops,
    { count: 3, across: 3.2, tallInches: 4, pairs: 1, top: 'pointed' },
    {
      slug: 'prairie-points',
      name: 'Prairie Points',
      kind: 'border',
      sizeInches: [11.3, 4],
      repeatInches: 11.294,
      tags: ['prairie points', 'triangles', 'zigzag', 'geometric', 'straight lines', 'masculine'],
      notes: 'Three points to a repeat, two echoes in each.',
    },
  ),
  grown(
    scallops,
    { count: 4, across: 2.2, tallInches: 4.2, pairs: 1, top: 'onion' },
    {
      slug: 'onion-domes',
      name: 'Onion Domes',
      kind: 'border',
      sizeInches: [10.4, 4.2],
      repeatInches: 10.353,
      tags: ['arches', 'moroccan', 'ogee', 'elegant', 'echo'],
      notes: 'Four domes to a repeat.',
    },
  ),
]
