import { expect, test } from 'vitest'
import { SKETCH_LIKENESS } from '#shared/domain/likeness.ts'
import { LINE } from '#shared/geometry/design.ts'
import { describe } from '#shared/shape/describe.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { type Shape, SHAPES, shapeOnPad } from './ready-made.ts'
import { HEIGHT, linesOf, WIDTH } from './strokes.ts'

/** What a quilter who presses the shape would be glad to see. */
const WANTED: Readonly<Record<Shape, RegExp>> = {
  spiral: /spiral|swirl|coil/,
  loops: /loop|slinky/,
  heart: /heart/,
  leaf: /leaf|leaves/,
  feather: /feather|plume/,
  star: /star/,
  flower: /flower|daisy/,
  wave: /wave|cable|rope|chain/,
  grid: /grid|crosshatch|basket|weave/,
}

const starter = starterPatterns.flatMap(pattern => {
  const vector = describe(pattern.draw())?.vector
  return vector ? [{ words: [pattern.name, ...pattern.tags].join(' ').toLowerCase(), vector }] : []
})

function found(shape: Shape): string[] {
  const runs = linesOf(shapeOnPad(shape)).map(coords => ({
    ops: new Uint8Array(coords.length / 2 - 1).fill(LINE),
    coords,
  }))
  const vector = describe({ runs, metadata: { notes: [], size: 'unknown' } })?.vector ?? new Int8Array()
  const { motif, whole, upright } = weightsOf(SKETCH_LIKENESS)
  const scoreOf = (other: Int8Array) =>
    vector.reduce(
      (sum, value, at) => sum + value * (other[at] ?? 0) * (at < 64 ? motif : at < 128 ? whole : upright),
      0,
    )
  return starter.toSorted((a, b) => scoreOf(b.vector) - scoreOf(a.vector)).map(({ words }) => words)
}

test.each(SHAPES)('a ready-made %s is on the pad and finds its like among the first patterns shown', shape => {
  for (const stroke of shapeOnPad(shape)) {
    expect(stroke.length % 2).toBe(0)
    stroke.forEach((value, at) => {
      expect(value).toBeGreaterThan(0)
      expect(value).toBeLessThan(at % 2 === 0 ? WIDTH : HEIGHT)
    })
  }
  expect(found(shape).slice(0, 12).join('\n')).toMatch(WANTED[shape])
})
