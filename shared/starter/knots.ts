import { alongSpine, bent, echoed, measured, traced } from './along.ts'
import { CORNER, cornered, join, line, onCircle, placed, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

const celticKnot = starter({
  slug: 'celtic-knot',
  name: 'Celtic Knot',
  kind: 'block',
  family: 'knots',
  sizeInches: [7.8, 7.6],
  tags: ['celtic', 'knot', 'interlace', 'geometric', 'masculine'],
  notes: 'A ribbon of two lines that never ends.',
  path() {
    // Three turns with five lobes in them: the ribbon weaves through itself ten times and closes after the third turn.
    const cord = traced(a => onCircle([0, 0], 2.85 + 0.95 * Math.cos((a * 5 * Math.PI) / 540), a + 90), 0, 1080, 72)
    const left = echoed(cord, 0.17)
    const right = echoed(cord, -0.17)
    return join(left, CORNER, line(left.start, right.start), CORNER, right)
  },
})

const whirligig = starter({
  slug: 'whirligig',
  name: 'Whirligig',
  kind: 'block',
  family: 'knots',
  sizeInches: [8.9, 8.9],
  tags: ['pinwheel', 'swirl', 'playful', 'modern'],
  notes: 'Starts and ends in the middle.',
  path() {
    const curve = alongSpine(measured(through([0, 0, 58], [1.6, 2.05], [4.1, 2.1, -28])))
    const blade = (length: number, half: number): Path =>
      bent(
        through([0, 0, 14], [length * 0.68, half, 4], [length, 0, -90], [length * 0.68, -half, 184], [0, 0, 166]),
        curve,
      )
    const sail = join(blade(2.3, 0.24), CORNER, blade(3.5, 0.47), CORNER, blade(4.7, 0.72))
    const parts = Array.from({ length: 8 }, (_, i) => placed(sail, { turn: -i * 45 }))
    return cornered(...parts)
  },
})

export const knots = [celticKnot, whirligig]
