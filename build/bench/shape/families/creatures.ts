import { type Line, Pen, placed, polar, through, TURN } from '../pen.ts'
import type { HeldOutFamily } from './family.ts'

const heart: HeldOutFamily = {
  id: 'heart with echoes',
  draw(dice) {
    const [fat, deep, echoes] = [dice.between(0.9, 1.25), dice.between(0.3, 0.9), 1 + dice.below(3)]
    const pen = new Pen(0, 0)
    for (let echo = 0; echo <= echoes; echo++) {
      const scale = 1 - echo * 0.26
      const at = (x: number, y: number): [number, number] => [x * scale, y * scale + echo * 0.45]
      pen.follow(() => at(0, 0), 1)
      pen.curve(...at(-fat * 1.8, 1.2), ...at(-fat * 1.5, 3.2), ...at(0, 2.9 - deep), 18)
      pen.curve(...at(fat * 1.5, 3.2), ...at(fat * 1.8, 1.2), ...at(0, 0), 18)
    }
    return [pen.points]
  },
}

const butterfly: HeldOutFamily = {
  id: 'butterfly with feelers',
  draw(dice) {
    const [up, low, spread] = [dice.between(1.6, 2.3), dice.between(1, 1.5), dice.between(0.8, 1.2)]
    const pen = new Pen(0, -1)
    for (const side of [1, -1]) {
      pen.to(0, 0.2, 4)
      pen.curve(side * 0.4, up, side * up * 1.2 * spread, up * 1.3, side * up * spread, up * 0.4, 16)
      pen.curve(side * up * spread, 0, side * 0.8, 0, 0, 0.1, 12)
      pen.curve(side * low, 0.1, side * low * 1.5 * spread, -low * 0.5, side * low * 0.7, -low * 1.1, 14)
      pen.curve(side * 0.4, -low * 1.2, side * 0.1, -0.6, 0, -1, 10)
    }
    pen.to(0, 0.6, 6)
    for (const side of [1, -1]) {
      pen.curve(side * 0.1, 1.2, side * 0.3, 1.6, side * 0.7, 1.7, 9)
      pen.curve(side * 0.3, 1.6, side * 0.1, 1.2, 0, 0.6, 9)
    }
    return [pen.points]
  },
}

const fish: HeldOutFamily = {
  id: 'fish with scales',
  draw(dice) {
    const [fat, tail, scales] = [dice.between(0.7, 1.2), dice.between(0.6, 1.1), 2 + dice.below(3)]
    const pen = new Pen(0, 0)
    pen.curve(1.2, fat * 1.4, 3, fat * 1.2, 4, 0)
    pen.to(4 + tail, tail, 5)
    pen.curve(4 + tail * 0.6, 0.2, 4 + tail * 0.6, -0.2, 4 + tail, -tail, 8)
    pen.to(4, 0, 5)
    pen.curve(3, -fat * 1.2, 1.2, -fat * 1.4, 0, 0)
    const body: Line = pen.points
    const eye = placed(
      polar(() => 0.14, 16),
      { x: 0.8, y: fat * 0.25 },
    )
    const rows = Array.from({ length: scales }, (_, row): Line => {
      const x = 1.5 + row * (2 / scales)
      return new Pen(x, fat * 0.6)
        .curve(x + 0.5, fat * 0.5, x + 0.5, 0.1, x, 0)
        .curve(x + 0.5, -0.1, x + 0.5, -fat * 0.5, x, -fat * 0.6).points
    })
    return [body, eye, ...rows]
  },
}

const paw: HeldOutFamily = {
  id: 'paw print',
  draw(dice) {
    const [pad, toe, spread] = [dice.between(0.9, 1.2), dice.between(0.35, 0.5), dice.between(1.4, 1.7)]
    const main = polar(angle => pad * (1 + 0.18 * Math.cos(3 * (angle + TURN / 4)) - 0.1 * Math.sin(angle)), 60)
    const toes = [-0.36, -0.12, 0.12, 0.36].map((share, index) => {
      const angle = TURN / 4 - share * Math.PI
      const oval = polar(a => toe * (1 + 0.3 * Math.cos(2 * (a - TURN / 4))), 30)
      return placed(oval, {
        turn: -share * 1.1,
        x: spread * 1.2 * Math.cos(angle),
        y: spread * Math.sin(angle) + (index % 3 ? 0.25 : 0),
      })
    })
    return [main, ...toes]
  },
}

const snowflake: HeldOutFamily = {
  id: 'snowflake with barbs',
  draw(dice) {
    const [barbs, reach, slant] = [2 + dice.below(3), dice.between(0.35, 0.7), dice.between(0.11, 0.19) * TURN]
    const pen = new Pen(0, 0)
    for (let arm = 0; arm < 6; arm++) {
      const angle = TURN / 4 + (arm / 6) * TURN
      const along = (distance: number): [number, number] => [distance * Math.cos(angle), distance * Math.sin(angle)]
      for (let barb = 1; barb <= barbs; barb++) {
        const [x, y] = along((2.6 * barb) / (barbs + 0.5))
        pen.to(x, y, 4)
        const long = reach * (1.3 - barb / (barbs + 2))
        for (const side of [1, -1]) {
          pen.to(x + long * Math.cos(angle + side * slant), y + long * Math.sin(angle + side * slant), 4)
          pen.to(x, y, 4)
        }
      }
      pen.to(...along(2.6), 3)
      pen.to(0, 0, 8)
    }
    return [pen.points]
  },
}

const star: HeldOutFamily = {
  id: 'star with echoes',
  draw(dice) {
    const [points, waist, echoes] = [5 + dice.below(2), dice.between(0.38, 0.58), 1 + dice.below(3)]
    const pen = new Pen(0, 2.5)
    for (let echo = 0; echo <= echoes; echo++) {
      const size = 2.5 - echo * 0.5
      for (let corner = 0; corner <= points * 2; corner++) {
        const angle = TURN / 4 + (corner / points / 2) * TURN
        const radius = corner % 2 ? size * waist : size
        pen.to(radius * Math.cos(angle), radius * Math.sin(angle), corner === 0 ? 2 : 6)
      }
    }
    return [pen.points]
  },
}

const bird: HeldOutFamily = {
  id: 'bird in flight',
  draw(dice) {
    const [wing, tail, lift] = [dice.between(1.8, 2.6), dice.between(0.8, 1.4), dice.between(1.2, 2.2)]
    const body = through(
      [
        [-0.3, 0.1],
        [0.1, 0.45],
        [0.7, 0.4],
        [1, 0.9],
        [1.2 + wing * 0.2, lift],
        [1.2 + wing * 0.7, lift * 1.2],
        [1.5 + wing * 0.3, lift * 0.5],
        [2, 0.3],
        [2.8 + tail, 0.5],
        [2.5 + tail, 0],
        [2.8 + tail, -0.4],
        [2, -0.3],
        [1.2, -0.55],
        [0.4, -0.25],
        [-0.3, 0.1],
      ],
      9,
    )
    const quills = [0.3, 0.5, 0.7].map((share): Line => {
      const x = 1.1 + wing * 0.3 * share
      return new Pen(x, 0.5).curve(
        x + 0.2,
        lift * 0.5,
        x + 0.3,
        lift * 0.6,
        x + wing * 0.35,
        lift * (0.75 + share * 0.3),
        10,
      ).points
    })
    return [body, ...quills]
  },
}

const sun: HeldOutFamily = {
  id: 'sun with flaming rays',
  draw(dice) {
    const [rays, long, twist] = [8 + dice.below(8), dice.between(0.7, 1.2), dice.between(-0.3, 0.3)]
    const pen = new Pen(1.2, 0)
    for (let ray = 0; ray < rays; ray++) {
      const [from, to] = [(ray / rays) * TURN, ((ray + 1) / rays) * TURN]
      const tip = (from + to) / 2 + twist
      const far = 1.2 + long * (ray % 2 ? 0.75 : 1)
      pen.curve(
        (far - 0.5) * Math.cos(from),
        (far - 0.5) * Math.sin(from),
        (far - 0.2) * Math.cos(tip),
        (far - 0.2) * Math.sin(tip),
        far * Math.cos(tip),
        far * Math.sin(tip),
        9,
      )
      pen.curve(
        (far - 0.3) * Math.cos(tip),
        (far - 0.3) * Math.sin(tip),
        1.3 * Math.cos(to),
        1.3 * Math.sin(to),
        1.2 * Math.cos(to),
        1.2 * Math.sin(to),
        9,
      )
    }
    pen.to(0.8, 0, 3)
    pen.around(0, 0, TURN, 30)
    return [pen.points]
  },
}

export const CREATURES = [heart, butterfly, fish, paw, snowflake, star, bird, sun]
