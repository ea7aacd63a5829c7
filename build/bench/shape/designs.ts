import type { Design } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { type Dice, diceOf } from '../dice.ts'
import { HELD_OUT_FAMILIES } from './families/all.ts'
import { type Line, placed, TURN } from './pen.ts'

/** One design of a held-out family. */
export interface Drawn {
  readonly family: string
  /** In millimetres. */
  readonly lines: readonly Line[]
}

export function heldOutDesigns(each: number, seed: number): Drawn[] {
  return HELD_OUT_FAMILIES.flatMap(({ id, draw }, index) => {
    const dice = diceOf(seed + index * 7_919)
    return Array.from({ length: each }, () => ({ family: id, lines: bentBy(dice, draw(dice)) }))
  })
}

/** As another hand would have drawn it: stretched, sheared, gently warped, and 60 to 350 mm wide. */
function bentBy(dice: Dice, lines: readonly Line[]): Line[] {
  const box = boxOf(lines)
  const [aspect, shear] = [dice.between(0.84, 1.19), dice.between(-0.1, 0.1)]
  const warp = Array.from({ length: 4 }, () => ({
    by: dice.between(0.004, 0.018),
    phase: dice.next() * TURN,
    waves: dice.between(0.7, 1.6),
  }))
  const scale = dice.between(60, 350) / Math.max(box.wide, box.tall)
  const bend = (at: number, over: number, { by, phase, waves }: (typeof warp)[number]) =>
    by * over * Math.sin((at / over) * waves * TURN + phase)
  const over = Math.max(box.wide, box.tall)
  return lines.map(line =>
    line.map(([px, py]) => {
      const [x, y] = [(px - box.x) * aspect + (py - box.y) * shear, py - box.y]
      const bentX = x + bend(y, over, warp[0]!) + bend(x, over, warp[1]!)
      const bentY = y + bend(x, over, warp[2]!) + bend(y, over, warp[3]!)
      return [bentX * scale, bentY * scale] as const
    }),
  )
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly tall: number
}

export function boxOf(lines: readonly Line[]): Box {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const line of lines)
    for (const [x, y] of line) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      low = Math.min(low, y)
      high = Math.max(high, y)
    }
  return { x: left, y: low, wide: right - left, tall: high - low }
}

/** The motif beside itself, as the border of a set: joined where one nearly ends at the next. */
export function asBorder(lines: readonly Line[], times: number): Line[] {
  const { wide } = boxOf(lines)
  const copies = Array.from({ length: times }, (_, copy) =>
    lines.map(line => placed(line, { x: copy * wide * 1.04 })),
  ).flat()
  return joined(copies, wide * 0.12)
}

/** Four of it about a middle, each a quarter turn on: the block of a set. */
export function asFourUp(lines: readonly Line[]): Line[] {
  const { x, y } = boxOf(lines)
  return Array.from({ length: 4 }, (_, copy) =>
    lines.map(line => placed(placed(line, { x: -x + 3, y: -y + 3 }), { turn: (copy * TURN) / 4 })),
  ).flat()
}

function joined(lines: readonly Line[], within: number): Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const before = out.at(-1)
    const [end, start] = [before?.at(-1), line[0]]
    if (before && end && start && Math.hypot(start[0] - end[0], start[1] - end[1]) <= within)
      out[out.length - 1] = [...before, ...line]
    else out.push(line)
  }
  return out
}

export function designOf(lines: readonly Line[]): Design {
  return {
    runs: lines
      .filter(line => line.length > 1)
      .map(line => {
        const [first, ...rest] = line
        const run = new RunBuilder(...(first ?? [0, 0]))
        for (const [x, y] of rest) run.line(x, y)
        return run.build()
      }),
    metadata: { notes: [], size: 'stated' },
  }
}
