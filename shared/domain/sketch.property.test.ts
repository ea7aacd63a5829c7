import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSketch, encodeSketch, SKETCH_SIZE } from './sketch.ts'

const coordinate = fc.integer({ min: 0, max: SKETCH_SIZE })
const run = fc
  .array(coordinate, { maxLength: 60 })
  .map(values => Int16Array.from(values.length % 2 ? values.slice(1) : values))
const sketch = fc.record({
  width: coordinate,
  height: coordinate,
  closed: fc.boolean(),
  runs: fc.array(run, { maxLength: 5 }),
})

test('a sketch is drawn as it was made', () => {
  fc.assert(
    fc.property(sketch, made => {
      expect(decodeSketch(encodeSketch(made))).toEqual(made)
    }),
  )
})

test('damaged sketches are refused or drawn, never thrown', () => {
  fc.assert(
    fc.property(sketch, fc.nat(), fc.nat(255), fc.nat(), (made, where, value, cut) => {
      const bytes = encodeSketch(made)
      bytes[where % bytes.length] = value
      const read = decodeSketch(bytes.slice(0, cut % (bytes.length + 1)))
      expect(read === null || read.runs.every(points => points.length % 2 === 0)).toBe(true)
    }),
  )
})
