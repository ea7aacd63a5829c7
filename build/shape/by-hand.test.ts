import { expect, test } from 'vitest'
import { dice } from '#shared/starter/dice.ts'
import { describe } from '#shared/shape/describe.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { drawnByHand } from './disturb.ts'
import { blossoms } from './families/blossoms.ts'
import { fillings } from './families/fillings.ts'
import { rows } from './families/rows.ts'
import { windings } from './families/windings.ts'
import { designOf, type ShapeFamily, type Strokes } from './strokes.ts'

const known = [...windings, ...rows, ...blossoms, ...fillings]
const EACH = 12

const shelf = known.flatMap((family, place) => {
  const roll = dice(90_000 + place)
  return Array.from({ length: EACH }, () => ({ id: family.id, vector: vectorOf(family.draw(roll)) }))
})

function vectorOf(strokes: Strokes): Int8Array {
  const description = describe(designOf(strokes))
  if (description === null) throw new Error('not described')
  return description.vector
}

/** Ids of the ten patterns on the shelf that are most like the drawing. */
function tenLike(strokes: Strokes): string[] {
  const { motif, whole, upright } = weightsOf(0.5)
  const asked = vectorOf(strokes)
  const score = (vector: Int8Array) =>
    vector.reduce((sum, value, at) => sum + value * asked[at]! * (at < 64 ? motif : at < 128 ? whole : upright), 0)
  return shelf
    .map(({ id, vector }) => ({ id, score: score(vector) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ id }) => id)
}

const named = (id: string): ShapeFamily => known.find(family => family.id === id)!

test.each([
  ['spiral', /spiral/],
  ['heart', /heart/],
  ['feather', /feather/],
  ['loop row', /loop/],
])('a %s drawn by hand finds its like', (id, like) => {
  const roll = dice(4_321)
  const drawings = Array.from({ length: 8 }, () => drawnByHand(named(id).draw(roll), roll))
  const found = drawings.map(drawing => tenLike(drawing).filter(name => like.test(name)).length)
  expect(found.reduce((sum, count) => sum + count, 0) / (10 * drawings.length)).toBeGreaterThan(0.75)
})

test('a spiral of thirty rough points finds spirals', () => {
  const roll = dice(77)
  const line = Float64Array.from(
    Array.from({ length: 30 }, (_, k) => {
      const [angle, radius] = [k * 0.65, 12 + k * 7 + 6 * roll()]
      return [200 + radius * Math.cos(angle), 180 + radius * Math.sin(angle)]
    }).flat(),
  )
  expect(tenLike([line]).filter(id => /spiral/.test(id)).length).toBeGreaterThanOrEqual(8)
})
