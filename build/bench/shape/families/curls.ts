import { type Line, Pen, TURN } from '../pen.ts'
import type { HeldOutFamily } from './family.ts'

const spiral: HeldOutFamily = {
  id: 'spiral in and out',
  draw(dice) {
    const [turns, pitch, squash] = [dice.between(2, 4.5), dice.between(0.8, 1.2), dice.between(0.75, 1)]
    const hand = dice.pick([1, -1])
    const at = (angle: number, lag: number): [number, number] => {
      const radius = (pitch * angle) / TURN + 0.1
      return [radius * Math.cos(angle + lag) * hand, radius * Math.sin(angle + lag) * squash]
    }
    const steps = Math.round(turns * 28)
    const pen = new Pen(...at(turns * TURN, 0))
    pen.follow(t => at(turns * TURN * (1 - t), 0), steps)
    pen.follow(t => at(turns * TURN * t, Math.PI), steps)
    return [pen.points]
  },
}

const echoedHook: HeldOutFamily = {
  id: 'hook with echoes',
  draw(dice) {
    const pen = new Pen(0, 0)
    const [curl, gap, rings] = [dice.between(1.1, 1.6), dice.between(0.14, 0.24), 2 + dice.below(3)]
    const [reach, rise] = [dice.between(2, 3.2), dice.between(0.3, 1.3)]
    pen.curve(reach * 0.4, -0.4, reach * 0.8, rise * 0.2, reach, rise)
    const hook = (t: number, ring: number): [number, number] => {
      const radius = (1 - t * 0.75) * 0.8 + ring * gap
      const angle = -TURN / 4 + t * TURN * curl
      return [reach + radius * Math.cos(angle), rise + 0.8 + radius * Math.sin(angle)]
    }
    pen.follow(t => hook(t, 0), 30)
    for (let ring = 1; ring <= rings; ring++) {
      const end = 0.8 - ring * 0.08
      pen.follow(t => hook(ring % 2 ? (1 - t) * end : t * end, ring), 26)
    }
    return [pen.points]
  },
}

const ribbonCandy: HeldOutFamily = {
  id: 'ribbon candy',
  draw(dice) {
    const [count, tall, bulge, step] = [
      4 + dice.below(5),
      dice.between(2, 4),
      dice.between(0.55, 1),
      dice.between(0.7, 1.1),
    ]
    const pen = new Pen(0, 0)
    for (let turn = 0; turn < count; turn++) {
      const [x, up] = [turn * step, turn % 2 === 0]
      const [from, to] = up ? [0, tall] : [tall, 0]
      const out = (to - from) * 0.35
      pen.curve(x - bulge, from + out, x + step + bulge * 0.2, to - out, x + step * 0.5, to, 18)
      pen.curve(x + step * 0.1, to + out * 0.5, x + step * 1.5, to + out * 0.5, x + step, to, 12)
    }
    return [pen.points]
  },
}

const cursiveLoops: HeldOutFamily = {
  id: 'cursive loops',
  draw(dice) {
    const [count, big, small] = [4 + dice.below(5), dice.between(0.9, 1.4), dice.between(0.35, 0.7)]
    const [step, every] = [dice.between(1.3, 1.9), 1 + dice.below(3)]
    const pen = new Pen(0, 0)
    for (let loop = 0; loop < count; loop++) {
      const radius = loop % (every + 1) === 0 ? big : small
      const x = loop * step
      pen.curve(x + step * 0.5, -0.25 * radius, x + step * 0.5 + radius * 1.1, radius, x + step * 0.5, radius * 1.9, 14)
      pen.curve(x + step * 0.5 - radius * 1.1, radius, x + step * 0.5, -0.25 * radius, x + step, 0, 14)
    }
    return [pen.points]
  },
}

const breakingWave: HeldOutFamily = {
  id: 'breaking waves',
  draw(dice) {
    const [count, tall, curl] = [3 + dice.below(3), dice.between(1.1, 1.8), dice.between(0.3, 0.5)]
    const pen = new Pen(0, 0)
    for (let crest = 0; crest < count; crest++) {
      const x = crest * 2.6
      pen.curve(x + 0.5, 0, x + 0.8, tall, x + 1.7, tall)
      const [cx, cy] = [x + 1.7, tall - curl]
      pen.follow(t => {
        const radius = curl * (1 - 0.65 * t)
        const angle = TURN / 4 - t * TURN * 1.15
        return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
      }, 26)
      pen.follow(t => {
        const radius = curl * (0.35 + 0.95 * t)
        const angle = TURN / 4 - (1 - t) * TURN * 0.9
        return [cx + radius * Math.cos(angle) * 0.8, cy + radius * Math.sin(angle) * 0.8]
      }, 20)
      pen.curve(x + 1.2, tall * 0.5, x + 1.5, 0, x + 2.6, 0)
    }
    return [pen.points]
  },
}

/** Wanders without crossing itself: a closed front that was grown over a jittered row of cells. */
const stipple: HeldOutFamily = {
  id: 'stipple',
  draw(dice) {
    const [columns, rows] = [5 + dice.below(3), 2 + dice.below(2)]
    const corners: [number, number][] = []
    for (let column = 0; column < columns; column++)
      for (let row = 0; row < rows * 2; row++) {
        const y = column % 2 === 0 ? row : rows * 2 - 1 - row
        const side = (row % 2 === 0 ? -1 : 1) * dice.between(0.28, 0.48)
        corners.push([column * 1.25 + side, y * 0.62 + dice.between(-0.12, 0.12)])
      }
    return [smooth(corners)]
  },
}

function smooth(corners: readonly [number, number][]): Line {
  const pen = new Pen(...corners[0]!)
  for (let at = 1; at + 1 < corners.length; at++) {
    const [x, y] = corners[at]!
    const [nextX, nextY] = corners[at + 1]!
    const [fromX, fromY] = pen.at
    const [endX, endY] = [(x + nextX) / 2, (y + nextY) / 2]
    pen.curve(
      fromX + (x - fromX) * 0.67,
      fromY + (y - fromY) * 0.67,
      endX + (x - endX) * 0.67,
      endY + (y - endY) * 0.67,
      endX,
      endY,
      9,
    )
  }
  return pen.points
}

export const CURLS = [spiral, echoedHook, ribbonCandy, cursiveLoops, breakingWave, stipple]
