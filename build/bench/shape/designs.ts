import type { Design } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { type Dice, diceOf } from '../dice.ts'
import { HELD_OUT_FAMILIES } from './families/all.ts'
import { apart, lengthOf, type Line, placed, steppedBy, TURN } from './pen.ts'

/** One design of a held-out family. */
export interface Drawn {
  readonly family: string
  /** In millimetres. */
  readonly lines: readonly Line[]
}

export function heldOutDesigns(each: number, seed: number): Drawn[] {
  return HELD_OUT_FAMILIES.flatMap(({ id, draw }, index) => {
    const dice = diceOf(seed + index * 7_919)
    return Array.from({ length: each }, () => ({
      family: id,
      lines: saved(bentBy(dice, draw(dice)), dice.between(200, 600)),
    }))
  })
}

/** As another hand would have drawn it: facing either way, leaning, stretched, sheared, warped, and 60 to 350 mm wide. */
function bentBy(dice: Dice, drawn: readonly Line[]): Line[] {
  const way = { mirror: dice.happens(0.5), turn: dice.between(-0.2, 0.2) }
  const lines = drawn.map(line => placed(line, way))
  const box = boxOf(lines)
  const [aspect, shear] = [dice.between(0.7, 1.4), dice.between(-0.22, 0.22)]
  const warp = Array.from({ length: 4 }, () => ({
    by: dice.between(0.008, 0.035),
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

/** Points at equal steps, some hundreds of them: how finely a family was drawn here must not tell which it is. */
function saved(lines: readonly Line[], points: number): Line[] {
  const step = lines.reduce((sum, line) => sum + lengthOf(line), 0) / points
  return lines.map(line => steppedBy(line, Math.min(step, lengthOf(line) / 8)))
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

/** The motif beside itself, as the border of a set: stitched on where one nearly ends at the next. */
export function asBorder(lines: readonly Line[], times: number): Line[] {
  const { wide } = boxOf(lines)
  const out: Line[] = []
  for (let copy = 0; copy < times; copy++) {
    const [first, ...rest] = lines.map(line => placed(line, { x: copy * wide * 1.04 }))
    const before = out.at(-1)
    const [end, start] = [before?.at(-1), first?.[0]]
    if (!first) return out
    if (before && end && start && apart(end, start) <= wide * 0.12) out[out.length - 1] = [...before, ...first]
    else out.push(first)
    out.push(...rest)
  }
  return out
}

/** Four of it about a middle, each a quarter turn on: the block of a set. */
export function asFourUp(lines: readonly Line[]): Line[] {
  const { x, y } = boxOf(lines)
  return Array.from({ length: 4 }, (_, copy) =>
    lines.map(line => placed(placed(line, { x: -x + 3, y: -y + 3 }), { turn: (copy * TURN) / 4 })),
  ).flat()
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
