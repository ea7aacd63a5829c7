import { bent } from '#shared/starter/along.ts'
import { rounded } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { cornered, line, placed, type Path, type XY } from '#shared/starter/path.ts'

const choices = {
  /** Parts round the middle. */
  parts: { of: ['log cabin', 'rail fence', 'pinwheel'] },
  across: { from: 6, to: 12 },
  /** Inches from line to line. */
  gap: { from: 0.4, to: 1.2 },
  /** How far the corners are turned about the middle, in degrees. */
  twist: { from: -45, to: 45 },
} as const

/** Blocks of straight lines that fill a square, plain or twisted about the middle. */
export const square: Family<typeof choices> = {
  id: 'square',
  choices,
  line({ parts, across, gap, twist }) {
    const half = across / 2
    const flat =
      parts === 'log cabin' ? logs(half, gap) : parts === 'rail fence' ? rails(half, gap) : pinwheel(half, gap)
    if (twist === 0) return flat
    return bent(flat, ([x, y]) => {
      const angle = (twist * Math.max(0, 1 - Math.hypot(x, y) / (half * 1.42)) * Math.PI) / 180
      return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
    })
  },
}

/** A square coil from the lower left corner to the middle. */
function logs(half: number, gap: number): Path {
  const points: XY[] = [[-half, -half]]
  let inset = 0
  while (half - inset > gap * 0.6) {
    const r = half - inset
    points.push([r, -r], [r, r], [-r, r], [-r, -r + gap])
    inset += gap
  }
  return rounded(Math.min(0.12, gap * 0.25), ...points)
}

/** Four squares of lines, level and upright in turn. */
function rails(half: number, gap: number): Path {
  const count = Math.floor(half / gap / 2) * 2
  const step = (half - gap / 2) / (count - 1)
  const room = gap / 2
  const one = Array.from({ length: count }, (_, i): XY[] =>
    i % 2 === 0
      ? [
          [room, room + i * step],
          [half, room + i * step],
        ]
      : [
          [half, room + i * step],
          [room, room + i * step],
        ],
  ).flat()
  const quarter = line([0, 0], ...one, [room, room], [0, 0])
  return cornered(...[0, 90, 180, 270].map(turn => placed(quarter, { turn })))
}

/** Eight triangles of lines about the middle. */
function pinwheel(half: number, gap: number): Path {
  const count = Math.floor(half / gap)
  const step = half / count
  const one: XY[] = [[0, 0]]
  for (let i = 1; i <= count; i++) {
    const x = i * step
    one.push(i % 2 === 1 ? [x, 0] : [x, x], i % 2 === 1 ? [x, x] : [x, 0])
  }
  return cornered(...[0, 90, 180, 270].map(turn => placed(line(...one, [0, 0]), { turn })))
}

export const squares = [
  grown(
    square,
    { parts: 'log cabin', across: 9, gap: 0.75, twist: 0 },
    {
      slug: 'log-cabin',
      name: 'Log Cabin',
      kind: 'block',
      sizeInches: [9, 9],
      tags: ['log cabin', 'squares', 'spiral', 'geometric', 'straight lines', 'masculine'],
      notes: 'Starts at the lower left corner, ends in the middle.',
    },
  ),
  grown(
    square,
    { parts: 'pinwheel', across: 9, gap: 0.64, twist: 0 },
    {
      slug: 'pinwheel',
      name: 'Pinwheel',
      kind: 'block',
      sizeInches: [9, 9],
      tags: ['pinwheel', 'triangles', 'geometric', 'modern', 'straight lines'],
      notes: 'Starts and ends in the middle.',
    },
  ),
]
