import { rounded } from './curls.ts'
import { repeated, type XY } from './path.ts'
import { starter } from './pattern.ts'

const greekKey = starter({
  slug: 'greek-key',
  name: 'Greek Key',
  kind: 'border',
  family: 'keys',
  sizeInches: [9, 3],
  repeatInches: 9,
  tags: ['greek key', 'geometric', 'modern', 'straight lines', 'masculine'],
  notes: 'Three keys to a repeat.',
  path() {
    const u = 0.5
    const one: XY[] = [
      [0, 0],
      [0.5, 0],
      [0.5, 5],
      [4.5, 5],
      [4.5, 2],
      [2.5, 2],
      [2.5, 3],
      [3.5, 3],
      [3.5, 4],
      [1.5, 4],
      [1.5, 1],
      [5.5, 1],
      [5.5, 0],
      [6, 0],
    ]
    return repeated(rounded(0.08, ...one.map(([x, y]): XY => [x * u, y * u * 1.2])), 3)
  },
})

const boxedIn = starter({
  slug: 'boxed-in',
  name: 'Boxed In',
  kind: 'edge-to-edge',
  family: 'keys',
  sizeInches: [10, 5.2],
  repeatInches: 10,
  tags: ['squares', 'spiral', 'geometric', 'modern', 'masculine'],
  notes: 'Winds in and out again between its own lines.',
  rowInches: 5.5,
  path() {
    const corners: XY[] = [
      [0, 0],
      [0, -2.7],
      [4.5, -2.7],
      [4.5, 2],
      [0.9, 2],
      [0.9, -1.8],
      [3.6, -1.8],
      [3.6, 1.1],
      [1.8, 1.1],
      [1.8, -0.9],
      [2.25, -0.9],
      [2.25, 0.65],
      [3.15, 0.65],
      [3.15, -1.35],
      [1.35, -1.35],
      [1.35, 1.55],
      [4.05, 1.55],
      [4.05, -2.25],
      [0.45, -2.25],
      [0.45, 2.45],
      [5, 2.45],
      [5, 0],
    ]
    return repeated(rounded(0.16, ...corners), 2)
  },
})

export const keys = [greekKey, boxedIn]
