import { describe, expect, test } from 'vitest'
import { ARC, CUBIC, LINE, type Point } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { toInches } from '#shared/geometry/units.ts'
import { starterPatterns } from './index.ts'
import type { StarterKind, StarterPattern } from './pattern.ts'
import { crossings, longestGraze, polyline, widestBareSpot } from './testing/lines.ts'

const cases = starterPatterns.map(pattern => [pattern.name, pattern] as const)
const rows = cases.filter(([, p]) => p.kind === 'edge-to-edge' || p.kind === 'border' || p.kind === 'sashing')
const edgeToEdge = cases.filter(([, p]) => p.kind === 'edge-to-edge')

/** Words typed most often, each of which finds something. */
const SOUGHT =
  'feather swirl heart leaf oak maple fern ivy eucalyptus daisy rose tulip sunflower lotus poppy butterfly dragonfly bird fish wave shell star snowflake holly pumpkin bat web paw bone cat rattle duck car train cloud rain wind water bubbles pearls paisley clamshell cable celtic meander stipple loops chevron herringbone geometric spiral sunburst mandala wreath crosshatch hexagon music coffee sewing button triangle sashing corner baby children christmas halloween'
    .split(' ')
    .filter(word => word !== 'sashing')

/** Designs whose lines touch nothing but themselves on a retrace: no line runs over another. */
const neverCross = [
  'classic-stipple',
  'ocean-swirls',
  'wood-grain',
  'rolling-surf',
  'boxed-in',
  'baptist-fan',
  'clamshell',
  'campfire',
  'feathered-vine',
  'feathered-wreath',
  'feather-swag',
  'meandering-leaves',
  'ribbon-candy',
  'greek-key',
  'holly-bough',
  'swirl-corner',
  'whirligig',
  'dragonfly',
  'oak-leaf',
  'snowflake',
  'mariners-compass',
  'herringbone',
  'chevron',
  'stacked-arches',
  'diamond-coils',
  'cinnamon-rolls',
  'river-stones',
  'basket-weave',
  'wicker',
  'still-water',
  'prairie-wind',
  'pipe-organ',
  'sea-grass',
  'fern-glade',
  'open-meander',
  'labyrinth',
  'garden-rose',
  'little-bird',
  'fan-corner',
  'log-cabin',
  'pinwheel',
  'running-waves',
  'piano-keys',
  'double-fret',
  'stepping-stones',
]

/** Inches two lines may run side by side at less than a thread’s width; where they only meet or cross, it is less. */
const LONGEST_GRAZE = 1
/** Inches from the middle of a bare spot to the nearest stitch: four inches across is half of what battings allow. */
const BARE_INCHES = 2.5

/** Least and most inches of width (of the repeat, for rows) and height. */
const limits: Record<StarterKind, { wide: [number, number]; tall: [number, number] }> = {
  'edge-to-edge': { wide: [8, 14], tall: [4.9, 14] },
  border: { wide: [8, 14], tall: [2.9, 6] },
  block: { wide: [6, 12], tall: [6, 12] },
  corner: { wide: [6, 12], tall: [6, 12] },
  motif: { wide: [3, 12], tall: [3, 12] },
  sashing: { wide: [6, 14], tall: [1.4, 3] },
  panel: { wide: [8, 16], tall: [10, 20] },
}

function pathOf(pattern: StarterPattern, perSegment?: number): Point[] {
  return polyline(pattern.draw(), perSegment)
}

function moved(points: readonly Point[], x: number, y: number): Point[] {
  return points.map(p => ({ x: p.x + x, y: p.y + y }))
}

function headings(points: readonly Point[]): { start: number; end: number } {
  const angle = (a: Point, b: Point) => (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return { start: angle(points[0]!, points[1]!), end: angle(points.at(-2)!, points.at(-1)!) }
}

function turn(a: number, b: number): number {
  return Math.abs(((((b - a) % 360) + 540) % 360) - 180)
}

describe('the starter library as a whole', () => {
  test('has 150 designs, enough of each kind', () => {
    const count = (kind: StarterKind) => starterPatterns.filter(p => p.kind === kind).length
    expect(starterPatterns).toHaveLength(150)
    expect(count('edge-to-edge')).toBeGreaterThanOrEqual(70)
    expect(count('border')).toBeGreaterThanOrEqual(20)
    expect(count('block')).toBeGreaterThanOrEqual(25)
    expect(count('corner')).toBeGreaterThanOrEqual(10)
    expect(count('motif')).toBeGreaterThanOrEqual(10)
    expect(count('sashing') + count('panel')).toBeGreaterThanOrEqual(6)
  })

  test('speaks of what quilters look for', () => {
    const tags = new Set(starterPatterns.flatMap(p => p.tags))
    for (const wanted of SOUGHT) expect(tags, wanted).toContain(wanted)
  })

  test('no two designs share a name or a file name', () => {
    expect(new Set(starterPatterns.map(p => p.name.toLowerCase())).size).toBe(starterPatterns.length)
    expect(new Set(starterPatterns.map(p => p.slug)).size).toBe(starterPatterns.length)
  })

  test.each(cases)('%s is filed under plain words', (_, pattern) => {
    expect(pattern.slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(pattern.tags.length).toBeGreaterThanOrEqual(3)
    expect(new Set(pattern.tags).size).toBe(pattern.tags.length)
    for (const tag of pattern.tags) expect(tag).toMatch(/^[a-z]+( [a-z]+)*$/)
    expect(pattern.notes).toMatch(/^[A-Z].*\.$/)
  })
})

describe('every design', () => {
  test.each(cases)('%s is one run that says who drew it and that it is free to stitch', (_, pattern) => {
    const { runs, metadata } = pattern.draw()
    expect(runs).toHaveLength(1)
    expect(runs[0]!.ops.length).toBeGreaterThan(10)
    expect(metadata.name).toBe(pattern.name)
    expect(metadata.size).toBe('stated')
    expect(metadata.notes[0]).toContain('Bobbin starter')
    expect(metadata.notes[0]).toContain('Free to stitch for anyone')
    expect(metadata.notes).toContain(pattern.notes)
  })

  test.each(cases)('%s draws the same line every time, with finite numbers and known segments', (_, pattern) => {
    const run = pattern.draw().runs[0]!
    expect(pattern.draw().runs[0]).toEqual(run)
    expect(run.coords.every(Number.isFinite)).toBe(true)
    expect(run.ops.every(op => op === LINE || op === ARC || op === CUBIC)).toBe(true)
  })

  test.each(cases)('%s is as big as it says and as its kind asks', (_, pattern) => {
    const points = pathOf(pattern, 48)
    const xs = points.map(p => p.x)
    const ys = points.map(p => p.y)
    const wide = Math.max(...xs) - Math.min(...xs)
    const tall = Math.max(...ys) - Math.min(...ys)
    expect(Math.abs(wide - pattern.sizeInches[0])).toBeLessThan(0.06)
    expect(Math.abs(tall - pattern.sizeInches[1])).toBeLessThan(0.06)
    const limit = limits[pattern.kind]
    const counted = pattern.repeatInches ?? wide
    expect(counted).toBeGreaterThanOrEqual(limit.wide[0])
    expect(counted).toBeLessThanOrEqual(limit.wide[1])
    expect(tall).toBeGreaterThanOrEqual(limit.tall[0])
    expect(tall).toBeLessThanOrEqual(limit.tall[1])
  })

  test.each(cases.filter(([, p]) => p.chosen && /Starts and ends|closed line/.test(p.notes)))(
    '%s ends where it begins, as its notes say',
    (_, pattern) => {
      const points = pathOf(pattern)
      expect(Math.hypot(points.at(-1)!.x - points[0]!.x, points.at(-1)!.y - points[0]!.y)).toBeLessThan(0.02)
    },
  )

  test.each(cases)('%s stays below 5,000 points on a machine that takes lines only', (_, pattern) => {
    const points = flattenDesign(pattern.draw(), 0.05).reduce((sum, run) => sum + run.length / 2, 0)
    expect(points).toBeLessThan(5_000)
  })

  test.each(cases)('%s does not run beside itself closer than thread allows', (_, pattern) => {
    expect(longestGraze(pathOf(pattern, 24))).toBeLessThan(LONGEST_GRAZE)
  })

  test.each(cases)('%s has no segment too short for a machine and no hidden hook', (_, pattern) => {
    for (const segment of segmentsAsLines(pattern, 8)) expect(lengthOf(segment)).toBeGreaterThan(toInches(0.1))
    // Inside one curve the line may wind tightly but never turns on the spot: that is what a hook left by a bad handle looks like.
    for (const curve of segmentsAsLines(pattern, 32))
      for (let i = 2; i < curve.length; i++) {
        const bend = turn(
          (Math.atan2(curve[i - 1]!.y - curve[i - 2]!.y, curve[i - 1]!.x - curve[i - 2]!.x) * 180) / Math.PI,
          (Math.atan2(curve[i]!.y - curve[i - 1]!.y, curve[i]!.x - curve[i - 1]!.x) * 180) / Math.PI,
        )
        expect(bend).toBeLessThan(40)
      }
  })
})

describe('rows', () => {
  test.each(rows)('%s starts at 0,0 and ends on the same height one repeat to the right', (_, pattern) => {
    const points = pathOf(pattern)
    const start = points[0]!
    const end = points.at(-1)!
    expect(Math.hypot(start.x, start.y)).toBeLessThan(1e-9)
    expect(Math.abs(end.y)).toBeLessThan(1e-3)
    expect(Math.abs(end.x - (pattern.repeatInches ?? 0))).toBeLessThan(0.006)
  })

  test.each(rows)('%s runs smoothly from one repeat into the next', (_, pattern) => {
    const { start, end } = headings(pathOf(pattern, 200))
    expect(turn(end, start)).toBeLessThan(4)
  })

  test.each(edgeToEdge.filter(([, p]) => p.chosen !== undefined))(
    '%s is a row of at least eight inches',
    (_, pattern) => {
      expect(pattern.sizeInches[1]).toBeGreaterThanOrEqual(8)
      expect(pattern.sizeInches[1]).toBeLessThanOrEqual(14)
    },
  )

  test.each(edgeToEdge)('%s leaves no bare spot larger than a hand', (_, pattern) => {
    expect(widestBareSpot(pathOf(pattern, 12), pattern.rowInches ?? 0, pattern.rowShiftInches ?? 0)).toBeLessThan(
      BARE_INCHES,
    )
  })

  test.each(edgeToEdge)('%s sets in rows that never touch', (_, pattern) => {
    const points = pathOf(pattern)
    const wide = points.at(-1)!.x - points[0]!.x
    const row = [-1, 0, 1].flatMap(k => moved(points, k * wide, 0).slice(k === -1 ? 0 : 1))
    for (const shift of new Set([pattern.rowShiftInches ?? 0, -(pattern.rowShiftInches ?? 0)]))
      expect(crossings(row, moved(row, shift, pattern.rowInches ?? 0))).toEqual([])
  })
})

test.each(cases.filter(([, p]) => neverCross.includes(p.slug)))('%s never crosses its own line', (_, pattern) => {
  expect(crossings(pathOf(pattern))).toEqual([])
})

function segmentsAsLines(pattern: StarterPattern, perSegment: number): Point[][] {
  const design = pattern.draw()
  const points = polyline(design, perSegment)
  const out: Point[][] = []
  let at = 0
  for (const op of design.runs[0]!.ops) {
    const steps = op === LINE ? 1 : perSegment
    out.push(points.slice(at, at + steps + 1))
    at += steps
  }
  return out
}

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, p, i) => sum + Math.hypot(p.x - points[i]!.x, p.y - points[i]!.y), 0)
}
