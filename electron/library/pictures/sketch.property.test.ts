import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSketch, SKETCH_MAX_BYTES, SKETCH_SIZE } from '#shared/domain/sketch.ts'
import type { Design } from '#shared/geometry/design.ts'
import { measureDesign } from '#shared/geometry/measure.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { shapeDistance, shapeKey, SAME_SHAPE } from '#library/import/shape-key.ts'
import { drawn } from '#library/testing/design-files.ts'
import { drawSketch } from './sketch.ts'

const sketchOf = (design: Design) => {
  const bytes = drawSketch(design, measureDesign(design))
  return bytes && { bytes, sketch: decodeSketch(bytes)! }
}

/** Runs of lines anywhere within a metre, from one dot to thousands of strokes. */
const strokes = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 })), {
      minLength: 2,
      maxLength: 40,
    }),
    {
      minLength: 1,
      maxLength: 300,
    },
  )
  .map(
    (lines): Design => ({
      runs: lines.map(([start, ...rest]) =>
        runFrom(
          { x: start![0], y: start![1] },
          rest.map(([x, y]) => ({ kind: 'line', to: { x, y } })),
        ),
      ),
      metadata: { notes: [], size: 'stated' },
    }),
  )

describe('a sketch', () => {
  test('fits into 2 kB, lies in its frame and is never empty, whatever the design', () => {
    fc.assert(
      fc.property(strokes, design => {
        const { bounds } = measureDesign(design)
        fc.pre(bounds !== null && (bounds.maxX > bounds.minX || bounds.maxY > bounds.minY))
        const drawing = sketchOf(design)!
        expect(drawing.bytes.length).toBeLessThanOrEqual(SKETCH_MAX_BYTES)
        expect(Math.max(drawing.sketch.width, drawing.sketch.height)).toBe(SKETCH_SIZE)
        expect(drawing.sketch.runs.length).toBeGreaterThan(0)
        for (const run of drawing.sketch.runs) {
          for (let index = 0; index < run.length; index += 2) {
            expect(run[index]).toBeGreaterThanOrEqual(0)
            expect(run[index]).toBeLessThanOrEqual(drawing.sketch.width)
            expect(run[index + 1]).toBeGreaterThanOrEqual(0)
            expect(run[index + 1]).toBeLessThanOrEqual(drawing.sketch.height)
          }
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
    )
  })

  test('of a million dots still is a picture', () => {
    const runs = Array.from({ length: 20_000 }, (_, index) => {
      const [x, y] = [(index % 200) * 5, Math.floor(index / 200) * 5]
      return runFrom({ x, y }, [{ kind: 'line', to: { x: x + 1, y: y + 1 } }])
    })
    const drawing = sketchOf({ runs, metadata: { notes: [], size: 'stated' } })
    expect(drawing?.sketch.runs.length).toBeGreaterThan(0)
  })

  test('stands upright: what is high in the design is high in the picture', () => {
    const design: Design = {
      runs: [runFrom({ x: 0, y: 0 }, [{ kind: 'line', to: { x: 100, y: 50 } }])],
      metadata: { notes: [], size: 'stated' },
    }
    const { sketch } = sketchOf(design)!
    expect([...sketch.runs[0]!]).toEqual([0, sketch.height, sketch.width, 0])
  })

  test('there is none of nothing', () => {
    expect(sketchOf({ runs: [], metadata: { notes: [], size: 'stated' } })).toBeNull()
  })
})

describe('the shape', () => {
  const keyOf = (design: Design) => shapeKey(design, measureDesign(design))!

  test('is the same at any size and turned round in stitching order, and another for another design', () => {
    const one = drawn(1)
    const backwards: Design = {
      ...one,
      runs: one.runs.map(run => {
        const points = Array.from({ length: run.coords.length / 2 }, (_, i) => ({
          x: run.coords[2 * i]!,
          y: run.coords[2 * i + 1]!,
        }))
        const [start, ...rest] = points.toReversed()
        return runFrom(
          start!,
          rest.map(to => ({ kind: 'line', to })),
        )
      }),
    }
    expect(shapeDistance(keyOf(one), keyOf(drawn(1, { widthMm: 431 })))).toBeLessThan(SAME_SHAPE)
    expect(shapeDistance(keyOf(one), keyOf(backwards))).toBeLessThan(SAME_SHAPE)
    for (let other = 2; other < 40; other++)
      expect(shapeDistance(keyOf(one), keyOf(drawn(other)))).toBeGreaterThan(SAME_SHAPE)
  })
})
