/** Drawings for whoever would rather not draw: each as a hand would, y down. Pure. */
import { type Drawing, HEIGHT, type Stroke, WIDTH } from './strokes.ts'

export const SHAPES = ['spiral', 'loops', 'heart', 'leaf', 'feather', 'star', 'flower', 'wave', 'grid'] as const
export type Shape = (typeof SHAPES)[number]

const TURN = 2 * Math.PI

/** In a square as high as the pad. */
export function shapeOf(shape: Shape): Drawing {
  return MADE[shape]()
}

/** The same in the middle of the pad. */
export function shapeOnPad(shape: Shape): Drawing {
  const aside = (WIDTH - HEIGHT) / 2
  return shapeOf(shape).map(stroke => stroke.map((value, at) => (at % 2 === 0 ? value + aside : value)))
}

const MADE: Readonly<Record<Shape, () => Drawing>> = {
  spiral: () => [curve(140, share => polar(50, 50, 4 + 40 * share, 3.2 * TURN * share))],
  loops: () => [
    curve(220, share => [10 + 80 * share + 11 * Math.sin(5 * TURN * share), 50 - 15 * Math.cos(5 * TURN * share)]),
  ],
  heart: () => [curve(80, share => heartAt(TURN * share))],
  leaf: () => [sprig()],
  feather: () => [feather()],
  star: () => [star(5, 44, 17)],
  flower: () => [
    curve(240, share => polar(50, 50, 10 + 34 * Math.abs(Math.cos(3 * TURN * share)) ** 0.7, TURN * share)),
  ],
  wave: () => [curve(120, share => [5 + 90 * share, 50 - 11 * Math.sin(3 * TURN * share)])],
  grid: () => [grid()],
}

function curve(steps: number, at: (share: number) => readonly [number, number]): Stroke {
  return Array.from({ length: steps + 1 }, (_, step) => at(step / steps)).flat()
}

function polar(x: number, y: number, radius: number, angle: number): [number, number] {
  return [x + radius * Math.cos(angle), y - radius * Math.sin(angle)]
}

function heartAt(angle: number): [number, number] {
  const x = 16 * Math.sin(angle) ** 3
  const y = 13 * Math.cos(angle) - 5 * Math.cos(2 * angle) - 2 * Math.cos(3 * angle) - Math.cos(4 * angle)
  return [50 + 2.5 * x, 46 - 2.5 * y]
}

const LEAVES = 5

/** A stem with a leaf to each side in turn, in one line. */
function sprig(): Stroke {
  const stemAt = (share: number): [number, number] => [8 + 84 * share, 50 - 10 * Math.sin(TURN * share)]
  const parts = Array.from({ length: LEAVES }, (_, at) => {
    const [x, y] = stemAt(at / LEAVES)
    return [x, y, ...leaf(x, y, at % 2 === 0 ? -0.9 : 0.9, 26)]
  })
  return [...parts.flat(), ...stemAt(1)]
}

/** From its foot to the tip and back, pointed at both. @param angle counter-clockwise from the right */
function leaf(x: number, y: number, angle: number, long: number): Stroke {
  return curve(48, share => {
    const out = long * (1 - Math.abs(2 * share - 1))
    const aside = 0.27 * long * Math.sin(TURN * share)
    return [x + out * Math.cos(angle) + aside * Math.sin(angle), y - out * Math.sin(angle) + aside * Math.cos(angle)]
  })
}

const BARS = 6

/** To and fro one way, then the other, in one line. */
function grid(): Stroke {
  const at = (bar: number) => 10 + (80 * bar) / (BARS - 1)
  const bars = Array.from({ length: BARS }, (_, bar) => bar)
  return [
    ...bars.flatMap(bar => (bar % 2 === 0 ? [at(bar), 10, at(bar), 90] : [at(bar), 90, at(bar), 10])),
    ...bars.flatMap(bar => (bar % 2 === 0 ? [90, at(bar), 10, at(bar)] : [10, at(bar), 90, at(bar)])),
  ]
}

function star(points: number, outer: number, inner: number): Stroke {
  return Array.from({ length: 2 * points + 1 }, (_, at) =>
    polar(50, 50, at % 2 === 0 ? outer : inner, TURN / 4 + (TURN * at) / (2 * points)),
  ).flat()
}

const PLUMES = 7

/** Along the spine to the tip, a plume on each side in turn, each from the spine and back to it: one line. */
function feather(): Stroke {
  const spineAt = (share: number): [number, number] => [52 - 10 * Math.sin(Math.PI * share), 96 - 76 * share]
  const parts: Stroke[] = [spineAt(0)]
  for (let at = 0; at < 2 * PLUMES; at++) {
    const share = 0.08 + (0.84 * at) / (2 * PLUMES)
    const [x, y] = spineAt(share)
    const [nextX, nextY] = spineAt(share + 0.01)
    const along = Math.atan2(y - nextY, nextX - x)
    const long = 14 + 17 * Math.sin(Math.PI * (0.25 + 0.7 * share))
    parts.push([x, y], teardrop(x, y, along + (at % 2 === 0 ? 1 : -1) * 0.95, long))
  }
  const [tipX, tipY] = spineAt(1)
  return [...parts.flat(), tipX, tipY, ...teardrop(tipX, tipY, TURN / 4 - 0.2, 16)]
}

/** From a point and back to it, round at its far end. @param angle counter-clockwise from the right */
function teardrop(x: number, y: number, angle: number, long: number): Stroke {
  return curve(20, share => {
    const turn = TURN * share
    const out = (long * (1 - Math.cos(turn))) / 2
    const aside = 0.4 * long * Math.sin(turn) * Math.sin(turn / 2) ** 1.5
    return [x + out * Math.cos(angle) + aside * Math.sin(angle), y - out * Math.sin(angle) + aside * Math.cos(angle)]
  })
}
