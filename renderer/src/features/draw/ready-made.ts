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
    curve(160, share => [8 + 84 * share + 9 * Math.sin(4 * TURN * share), 50 - 22 * Math.cos(4 * TURN * share)]),
  ],
  heart: () => [curve(80, share => heartAt(TURN * share))],
  leaf: () => [joined(bow(50, 92, 50, 10, 26), bow(50, 10, 50, 92, 26)), [50, 92, 50, 26]],
  feather: () => [feather()],
  star: () => [star(5, 44, 17)],
  flower: () => [curve(200, share => polar(50, 50, 26 + 18 * Math.cos(6 * TURN * share), TURN * share))],
  wave: () => [curve(100, share => [6 + 88 * share, 50 - 20 * Math.sin(3 * TURN * share)])],
  grid: () =>
    [1, 2, 3, 4].flatMap(at => [
      [20 * at, 10, 20 * at, 90],
      [10, 20 * at, 90, 20 * at],
    ]),
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

/** From one point to another, out to the right of the way by `out` in the middle. */
function bow(fromX: number, fromY: number, toX: number, toY: number, out: number): Stroke {
  const length = Math.hypot(toX - fromX, toY - fromY)
  const [sideX, sideY] = [-(toY - fromY) / length, (toX - fromX) / length]
  return curve(24, share => {
    const aside = out * Math.sin(Math.PI * share)
    return [fromX + (toX - fromX) * share + sideX * aside, fromY + (toY - fromY) * share + sideY * aside]
  })
}

/** One after the other, without the point they share. */
function joined(...strokes: readonly Stroke[]): Stroke {
  return strokes.flatMap((stroke, index) => (index === 0 ? stroke : stroke.slice(2)))
}

function star(points: number, outer: number, inner: number): Stroke {
  return Array.from({ length: 2 * points + 1 }, (_, at) =>
    polar(50, 50, at % 2 === 0 ? outer : inner, TURN / 4 + (TURN * at) / (2 * points)),
  ).flat()
}

/** Up one side in plumes, over the tip, and down the other: a quilter's feather in one line. */
function feather(): Stroke {
  const PLUMES = 6
  const spineAt = (share: number): [number, number] => [50 + 6 * Math.sin(Math.PI * share), 94 - 74 * share]
  const side = (hand: 1 | -1, from: number, to: number): Stroke[] =>
    Array.from({ length: PLUMES }, (_, plume) => {
      const start = from + ((to - from) * plume) / PLUMES
      const end = from + ((to - from) * (plume + 1)) / PLUMES
      const [startX, startY] = spineAt(start)
      const [endX, endY] = spineAt(end)
      const reach = 30 * (1 - 0.45 * Math.min(start, end))
      return curve(16, share => {
        const out = reach * Math.sin(Math.PI * share) ** 0.7
        return [
          startX + (endX - startX) * share + hand * out,
          startY + (endY - startY) * share - 9 * Math.sin(Math.PI * share),
        ]
      })
    })
  return joined(...side(-1, 0, 1), bow(50, 20, 50, 20.01, 0).slice(0, 4), ...side(1, 1, 0))
}
