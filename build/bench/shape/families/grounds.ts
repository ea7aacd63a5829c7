import { type Line, Pen, TURN } from '../pen.ts'
import type { HeldOutFamily } from './family.ts'

const greekKey: HeldOutFamily = {
  id: 'square key',
  draw(dice) {
    const [rings, count, tall] = [2 + dice.below(2), 2 + dice.below(3), dice.between(0.8, 1.25)]
    const pen = new Pen(0, 0)
    const size = rings * 2 + 1
    for (let key = 0; key < count; key++) {
      const x = key * (size + 1)
      const inward: [number, number][] = []
      for (let ring = 0; ring < rings; ring++)
        inward.push([ring, size - ring], [size - ring, size - ring], [size - ring, ring + 1], [ring + 1, ring + 1])
      pen.to(x, 0, 3)
      for (const [px, py] of inward) pen.to(x + px, py * tall, 4)
      pen.to(x + size - rings + 0.5, (rings + 1) * tall, 3)
      pen.to(x + size + 0.5, 0, 4)
      pen.to(x + size + 1, 0, 2)
    }
    return [pen.points]
  },
}

const clamshell: HeldOutFamily = {
  id: 'clamshells',
  draw(dice) {
    const [across, rows, high] = [3 + dice.below(3), 2 + dice.below(2), dice.between(0.8, 1.15)]
    const pen = new Pen(0, 0)
    for (let row = 0; row < rows; row++) {
      const right = row % 2 === 0
      for (let shell = 0; shell < across; shell++) {
        const x = right ? shell * 2 : across * 2 - shell * 2
        const base = row * high + 0
        pen.follow(t => {
          const angle = Math.PI * (1 - t)
          const along = right ? x + 1 + Math.cos(angle) : x - 1 - Math.cos(angle)
          return [along + (right ? 0 : 1), base + high * Math.sin(angle)]
        }, 18)
      }
    }
    return [pen.points]
  },
}

const fans: HeldOutFamily = {
  id: 'fans of arcs',
  draw(dice) {
    const [arcs, count, sweep] = [3 + dice.below(4), 2 + dice.below(2), dice.between(0.22, 0.3)]
    const pen = new Pen(0, 0)
    for (let fan = 0; fan < count; fan++) {
      const x = fan * 3.4
      for (let arc = 1; arc <= arcs; arc++) {
        const radius = (arc / arcs) * 3
        const forward = arc % 2 === 1
        pen.follow(
          t => {
            const angle = (forward ? t : 1 - t) * sweep * TURN
            return [x + 3 - radius * Math.cos(angle), radius * Math.sin(angle)]
          },
          8 + arc * 3,
        )
      }
    }
    return [pen.points]
  },
}

const pebbles: HeldOutFamily = {
  id: 'pebbles in a chain',
  draw(dice) {
    const count = 8 + dice.below(8)
    const pen = new Pen(0, 0)
    let heading = 0
    for (let pebble = 0; pebble < count; pebble++) {
      const radius = dice.between(0.3, 0.75)
      heading += dice.between(-0.9, 0.9)
      const [x, y] = pen.at
      const side = pebble % 2 ? 1 : -1
      const [cx, cy] = [x + radius * Math.cos(heading), y + radius * Math.sin(heading)]
      pen.around(cx, cy, side * TURN * 1.5, 30)
    }
    return [pen.points]
  },
}

const chevrons: HeldOutFamily = {
  id: 'chevrons in rows',
  draw(dice) {
    const [peaks, rows, tall] = [3 + dice.below(4), 3 + dice.below(3), dice.between(0.8, 1.8)]
    const pen = new Pen(0, 0)
    for (let row = 0; row < rows; row++) {
      const y = row * 0.5
      for (let half = 0; half <= peaks * 2; half++) {
        const along = row % 2 ? peaks * 2 - half : half
        pen.to(along, y + (along % 2) * tall, half === 0 ? 2 : 6)
      }
    }
    return [pen.points]
  },
}

const woodGrain: HeldOutFamily = {
  id: 'wood grain with a knot',
  draw(dice) {
    const [lines, knot, pull] = [6 + dice.below(4), dice.between(2, 4), dice.between(0.5, 1)]
    const pen = new Pen(0, 0)
    for (let line = 0; line < lines; line++) {
      const base = (line - lines / 2 + 0.5) * 0.42
      const phase = dice.between(-0.05, 0.05)
      pen.follow(t => {
        const x = (line % 2 ? 1 - t : t) * 6
        const push = Math.sign(base) * pull * Math.exp(-((x - knot) ** 2) / 0.7 - Math.abs(base) * 0.6)
        return [x, base + push + phase * Math.sin(x * 2)]
      }, 30)
    }
    const last = pen.points
    const eye = new Pen(knot + 0.45, 0)
    eye.follow(
      t => [knot + 0.45 * (1 - t * 0.7) * Math.cos(t * 2 * TURN), 0.35 * (1 - t * 0.7) * Math.sin(t * 2 * TURN)],
      40,
    )
    return [last, eye.points]
  },
}

const honeycomb: HeldOutFamily = {
  id: 'honeycomb',
  draw(dice) {
    const [across, rows, tall] = [4 + dice.below(4), 2 + dice.below(3), dice.between(0.85, 1.15)]
    const lines: Line[] = []
    for (let row = 0; row < rows; row++) {
      const pen = new Pen(0, row * 1.5 * tall)
      const zig = (column: number) => row * 1.5 * tall + (column % 2 === row % 2 ? 0 : 0.5 * tall)
      pen.points[0] = [0, zig(0)]
      for (let column = 1; column <= across * 2; column++) {
        pen.to(column * 0.87, zig(column), 4)
        if (row < rows - 1 && column % 2 !== row % 2)
          pen.to(column * 0.87, zig(column) + tall, 4).to(column * 0.87, zig(column), 4)
      }
      lines.push(pen.points)
    }
    return lines
  },
}

const orangePeel: HeldOutFamily = {
  id: 'orange peel',
  draw(dice) {
    const [across, rows, bulge] = [3 + dice.below(3), 2 + dice.below(2), dice.between(0.22, 0.34)]
    const pen = new Pen(0, 0)
    const arc = (x: number, y: number, side: number) => {
      const [fromX, fromY] = pen.at
      const [nx, ny] = [-(y - fromY) * bulge * side, (x - fromX) * bulge * side]
      pen.curve(
        fromX + (x - fromX) * 0.3 + nx,
        fromY + (y - fromY) * 0.3 + ny,
        fromX + (x - fromX) * 0.7 + nx,
        fromY + (y - fromY) * 0.7 + ny,
        x,
        y,
        12,
      )
    }
    for (let row = 0; row <= rows; row++) {
      for (let x = 1; x <= across; x++) arc(x * 2, row * 2, x % 2 ? 1 : -1)
      for (let x = across - 1; x >= 0; x--) arc(x * 2, row * 2, x % 2 ? 1 : -1)
      if (row < rows) arc(0, row * 2 + 2, 1)
    }
    for (let x = 0; x <= across; x++) {
      for (let row = rows - 1; row >= 0; row--) arc(x * 2, row * 2, row % 2 ? 1 : -1)
      for (let row = 1; row <= rows; row++) arc(x * 2, row * 2, row % 2 ? 1 : -1)
      if (x < across) arc(x * 2 + 2, rows * 2, x % 2 ? 1 : -1)
    }
    return [pen.points]
  },
}

export const GROUNDS = [greekKey, clamshell, fans, pebbles, chevrons, woodGrain, honeycomb, orangePeel]
