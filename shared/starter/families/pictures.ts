import { measured } from '#shared/starter/along.ts'
import { tallAs } from '#shared/starter/extent.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { figureNames, figures } from '#shared/starter/figures/all.ts'
import { chained, edges, mirrored } from '#shared/starter/figures/draw.ts'
import { blade } from '#shared/starter/figures/foliage.ts'
import { CORNER, join, line, placed, reversed, type Path } from '#shared/starter/path.ts'
import { through, type Knot } from '#shared/starter/spline.ts'

/** A stalk with slim leaves on both sides in turn, out to its tip and back; the first leaf so far along, as a part. */
function sprig(curve: Path, first: number, leaves: number, leaf: number, tip?: Path): Path {
  const spine = measured(curve)
  const parts: (Path | typeof CORNER)[] = []
  let from = 0
  for (let k = 0; k < leaves; k++) {
    const at = spine.length * (first + ((0.96 - first) * k) / leaves)
    parts.push(spine.between(from, at), CORNER)
    parts.push(
      placed(blade(leaf, leaf * 0.22), { at: spine.point(at), turn: spine.heading(at) + (k % 2 === 0 ? 46 : -46) }),
      CORNER,
    )
    from = at
  }
  parts.push(spine.between(from, spine.length), CORNER)
  const end = tip ?? placed(blade(leaf, leaf * 0.22), { turn: spine.heading(spine.length) })
  parts.push(placed(end, { at: spine.point(spine.length) }), CORNER, reversed(spine.between(0, spine.length)))
  return join(...parts)
}

const bouquetChoices = {
  figure: { of: figureNames },
  second: { of: figureNames },
  /** Stems on each side of the upright one. */
  pairs: { from: 1, to: 3, whole: true },
  /** Inches to the tip of the upright stem. */
  stem: { from: 4, to: 8 },
  headInches: { from: 1.5, to: 3.5 },
} as const

/** Flowers and leaves in a vase. */
export const bouquet: Family<typeof bouquetChoices> = {
  id: 'bouquet',
  choices: bouquetChoices,
  line({ figure, second, pairs, stem, headInches }) {
    const parts: Path[] = []
    for (let i = -pairs; i <= pairs; i++) {
      const part = i / pairs
      const angle = part * 58
      const rad = (angle * Math.PI) / 180
      const reach = stem * (1 - 0.14 * Math.abs(part))
      const tip: Knot = [reach * Math.sin(rad), reach * Math.cos(rad), 90 - angle * 1.25]
      const stalk = through([0, 0, 90 - angle * 0.4], tip)
      const name = i % 2 === 0 ? figure : second
      const head = placed(tallAs(figures[name](), headInches), { turn: -angle * 1.1 })
      parts.push(sprig(stalk, 0.5, 2, 1.3, head))
    }
    const vase = mirrored(
      edges(
        [
          [0, -5.2],
          [1.25, -5.2],
        ],
        [
          [1.75, -4, 80],
          [1.5, -2.4, 100],
          [0.8, -0.9, 100],
          [1.15, 0, 55],
        ],
        [[0, 0]],
      ),
      'pointed',
    )
    return chained(...parts, vaseFrom(vase))
  },
}

/** The vase begun at the middle of its rim. */
function vaseFrom(vase: Path): Path {
  const count = vase.strokes.length / 2
  const first: Path = { start: vase.start, strokes: vase.strokes.slice(0, count) }
  const rest: Path = { start: first.strokes.at(-1)!.to, strokes: vase.strokes.slice(count) }
  return join(rest, CORNER, first)
}

const treeChoices = {
  /** Boughs on each side. */
  boughs: { from: 2, to: 6, whole: true },
  tallInches: { from: 10, to: 18 },
  /** Inches a bough reaches at the widest. */
  reach: { from: 3, to: 7 },
  leaf: { from: 0.7, to: 1.6 },
} as const

/** A tree of life: a trunk with leafy boughs that rise and bend over. */
export const tree: Family<typeof treeChoices> = {
  id: 'tree',
  choices: treeChoices,
  line({ boughs, tallInches, reach, leaf }) {
    const top = tallInches - leaf
    const low = tallInches * 0.3
    const parts: Path[] = []
    const root = through([0, 0, 150], [-0.9, 0.12], [-1.8, 0])
    parts.push(join(root, CORNER, reversed(root)), placed(join(root, CORNER, reversed(root)), { flip: 'x' }))
    let at = 0
    for (let k = 0; k < boughs; k++) {
      const t = k / (boughs - 0.4)
      const y = low + (top - low) * t
      const out = reach * Math.sin(Math.PI * (0.34 + 0.58 * t)) ** 0.8
      parts.push(line([0, at], [0, y]))
      const bough = through([0, y, 34], [out * 0.55, y + out * 0.36], [out, y + out * 0.22, -38])
      const leaves = Math.max(3, Math.round(out / 0.72))
      const one = sprig(bough, 0.24, leaves, leaf)
      parts.push(one, placed(one, { flip: 'x' }))
      at = y
    }
    parts.push(
      line([0, at], [0, top]),
      placed(blade(leaf, leaf * 0.24), { at: [0, top], turn: 90 }),
      line([0, top], [0, 0]),
    )
    return chained(...parts)
  },
}

const aloneChoices = {
  figure: { of: figureNames },
  tallInches: { from: 3, to: 12 },
} as const

/** One figure alone. */
export const alone: Family<typeof aloneChoices> = {
  id: 'alone',
  choices: aloneChoices,
  line: ({ figure, tallInches }) => tallAs(figures[figure](), tallInches),
}

export const pictures = [
  grown(
    bouquet,
    { figure: 'daisy', second: 'tulip', pairs: 2, stem: 6.4, headInches: 3.2 },
    {
      slug: 'vase-of-flowers',
      name: 'Vase of Flowers',
      kind: 'panel',
      sizeInches: [15.3, 14.8],
      tags: ['vase', 'flower', 'bouquet', 'daisy', 'tulip', 'panel', 'garden'],
      notes: 'Starts and ends at the rim of the vase.',
    },
  ),
  grown(
    tree,
    { boughs: 4, tallInches: 14, reach: 5.2, leaf: 1.15 },
    {
      slug: 'tree-of-life',
      name: 'Tree of Life',
      kind: 'panel',
      sizeInches: [12.2, 14],
      tags: ['tree', 'leaf', 'tree of life', 'panel', 'nature', 'family'],
      notes: 'Starts and ends at the foot of the trunk, which is stitched up and down.',
    },
  ),
  grown(
    alone,
    { figure: 'rose', tallInches: 6.5 },
    {
      slug: 'garden-rose',
      name: 'Garden Rose',
      kind: 'motif',
      sizeInches: [6.6, 6.5],
      tags: ['rose', 'flower', 'garden', 'wedding', 'romantic'],
      notes: 'Starts and ends at the lowest notch.',
    },
  ),
  grown(
    alone,
    { figure: 'songbird', tallInches: 5.5 },
    {
      slug: 'little-bird',
      name: 'Little Bird',
      kind: 'motif',
      sizeInches: [7.8, 5.5],
      tags: ['bird', 'songbird', 'spring', 'garden', 'nature'],
      notes: 'Starts and ends at the breast.',
    },
  ),
]
