import { compose, IDENTITY, rotation, scaling, translation, type Affine } from '#shared/geometry/transform.ts'
import { fromDegrees } from '#shared/geometry/units.ts'
import { Refused } from '#shared/util/refused.ts'
import { TOO_MANY_PARTS } from './limits.ts'
import { cursorOver, type NumberCursor } from './number-cursor.ts'

const OPEN = 40
const CLOSE = 41

/** Drawing programs write one step, people a handful. */
const MOST_STEPS = 10_000

/**
 * A `transform` attribute as one matrix; the transforms of the list apply left to right, the leftmost outermost. Null when the list
 * has a mistake: by the standard the attribute then counts as not given.
 * @throws Refused `file-too-large` for a list nobody wrote
 */
export function parseTransform(text: string): Affine | null {
  const cursor = cursorOver(text)
  let result = IDENTITY
  cursor.skipSeparator()
  for (let steps = 0; !cursor.done; steps++) {
    if (steps === MOST_STEPS) throw new Refused(TOO_MANY_PARTS)
    const name = cursor.word()
    const numbers = argumentsAt(cursor)
    const step = numbers === null ? null : matrixOf(name, numbers)
    if (step === null) return null
    result = compose(result, step)
    cursor.skipSeparator()
  }
  return result
}

function argumentsAt(cursor: NumberCursor): number[] | null {
  cursor.skipBlanks()
  if (cursor.peek() !== OPEN) return null
  cursor.at++
  const numbers: number[] = []
  cursor.skipBlanks()
  while (cursor.peek() !== CLOSE) {
    const value = cursor.number()
    if (Number.isNaN(value) || numbers.length === 6) return null
    numbers.push(value)
    cursor.skipSeparator()
  }
  cursor.at++
  return numbers
}

function matrixOf(name: string, numbers: readonly number[]): Affine | null {
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = numbers
  const { length } = numbers
  switch (name) {
    case 'matrix':
      return length === 6 ? { a: p, b: q, c: r, d: s, e: t, f: u } : null
    case 'translate':
      return length === 1 || length === 2 ? translation(p, q) : null
    case 'scale':
      return length === 1 || length === 2 ? scaling(p, length === 1 ? p : q) : null
    case 'rotate':
      // SVG's y axis points down, so its positive angles turn the other way on screen; the matrix is the same.
      return length === 1 || length === 3 ? rotation(fromDegrees(p), { x: q, y: r }) : null
    case 'skewX':
      return length === 1 ? { ...IDENTITY, c: Math.tan(fromDegrees(p)) } : null
    case 'skewY':
      return length === 1 ? { ...IDENTITY, b: Math.tan(fromDegrees(p)) } : null
    default:
      return null
  }
}
