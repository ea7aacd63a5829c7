import { Pen, polar, through, TURN } from '../pen.ts'
import type { HeldOutFamily } from './family.ts'

const feather: HeldOutFamily = {
  id: 'plume with lobes',
  draw(dice) {
    const [lobes, bend, fat] = [6 + dice.below(5), dice.between(-0.5, 0.5), dice.between(0.75, 1.1)]
    const spine = (t: number): [number, number] => [t * 6, bend * Math.sin(t * Math.PI) * 2]
    const pen = new Pen(...spine(0))
    const lobe = (from: number, to: number, side: number) => {
      const [ax, ay] = spine(from)
      const [bx, by] = spine(to)
      const size = fat * (0.5 + Math.sin(Math.PI * Math.min(0.95, (from + to) / 2 + 0.1)))
      pen.curve(ax - 0.1, ay + side * size * 1.3, bx + 0.9, by + side * size * 1.6, bx + 0.25, by + side * 0.12, 18)
    }
    for (let at = 0; at < lobes; at++) lobe(at / lobes, (at + 1) / lobes, 1)
    for (let at = lobes; at > 0; at--) {
      const [x, y] = spine(at / lobes)
      pen.to(x, y, 3)
    }
    pen.to(...spine(0), 3)
    for (let at = 0; at < lobes; at++) lobe(at / lobes, (at + 1) / lobes, -1)
    return [pen.points]
  },
}

const fern: HeldOutFamily = {
  id: 'fern with pointed leaflets',
  draw(dice) {
    const [pairs, sharp, bend] = [6 + dice.below(6), dice.between(0.35, 0.7), dice.between(-0.6, 0.6)]
    const spine = (t: number): [number, number] => [t * 6, bend * t * t * 2]
    const pen = new Pen(0, 0)
    for (let pair = 1; pair <= pairs; pair++) {
      const t = pair / (pairs + 0.5)
      const [x, y] = spine(t)
      pen.to(x, y, 3)
      const long = 1.9 * (1 - t * 0.75)
      for (const side of [1, -1]) {
        const [tipX, tipY] = [x + long * 0.7, y + side * long]
        pen.curve(x + 0.05, y + side * long * sharp, tipX - 0.3, tipY - side * 0.1, tipX, tipY, 9)
        pen.curve(tipX + 0.05, tipY - side * long * sharp, x + 0.4, y + side * 0.1, x, y, 9)
      }
    }
    pen.to(...spine(1), 3)
    return [pen.points]
  },
}

const lobed: HeldOutFamily = {
  id: 'five-lobed leaf with veins',
  draw(dice) {
    const [sharp, cut, tooth] = [dice.between(0.5, 0.9), dice.between(0.35, 0.6), dice.between(0.05, 0.16)]
    const tips = [-0.45, -0.22, 0, 0.22, 0.45].map(share => TURN / 4 + share * TURN * 0.78)
    const pen = new Pen(0, -2.2)
    pen.to(0, 0, 6)
    const out = polar(angle => {
      const near = Math.min(...tips.map(tip => Math.abs(Math.atan2(Math.sin(angle - tip), Math.cos(angle - tip)))))
      const lobe = Math.max(0, 1 - near / 0.62)
      return 2 * (cut + (1 - cut) * lobe ** sharp) * (1 + tooth * Math.sin(near * 22))
    }, 150)
    pen.follow(t => out[Math.round(t * (out.length - 1))]!, 150)
    for (const tip of tips) {
      pen.to(0, 0, 4)
      pen.to(1.5 * Math.cos(tip), 1.5 * Math.sin(tip), 5)
      pen.to(0, 0, 5)
    }
    return [pen.points]
  },
}

const holly: HeldOutFamily = {
  id: 'spiny leaf with berries',
  draw(dice) {
    const [spines, wide, berries] = [3 + dice.below(3), dice.between(0.8, 1.3), 2 + dice.below(3)]
    const pen = new Pen(0, 0)
    for (const side of [1, -1]) {
      const [from, to] = side > 0 ? [0, 5] : [5, 0]
      for (let spine = 0; spine < spines; spine++) {
        const [a, b] = [from + ((to - from) * spine) / spines, from + ((to - from) * (spine + 1)) / spines]
        const height = (x: number) => side * wide * Math.sin((Math.PI * x) / 5)
        const tip = (b + a) / 2
        pen.curve(
          a + (tip - a) * 0.4,
          height(a) * 0.9,
          tip,
          height(tip) * 0.8,
          b,
          height(b) + (spine < spines - 1 ? side * 0.35 : 0),
          10,
        )
      }
    }
    pen.to(5, 0, 12).to(0, 0, 12)
    for (let berry = 0; berry < berries; berry++) {
      const angle = TURN * (0.35 + (0.3 * berry) / berries)
      const [x, y] = [0.55 * Math.cos(angle), 0.75 * Math.sin(angle)]
      pen.around(x, y, TURN, 20)
    }
    return [pen.points]
  },
}

const paisley: HeldOutFamily = {
  id: 'paisley with an echo',
  draw(dice) {
    const [fat, hook, echoes] = [dice.between(0.9, 1.3), dice.between(0.4, 1.1), 1 + dice.below(3)]
    const pen = new Pen(0, 0)
    for (let echo = 0; echo <= echoes; echo++) {
      const scale = 1 - echo * 0.25
      const at = (x: number, y: number): [number, number] => [x * scale, (y + echo * 0.25) * scale]
      pen.follow(() => at(0, 0), 1)
      pen.curve(...at(-fat * 2, 0.1), ...at(-fat * 2, 2.6), ...at(0, 2.7), 20)
      pen.curve(...at(fat * 1.1, 2.8), ...at(1.1, 4), ...at(hook, 4.4), 16)
      pen.curve(...at(fat * 2.1, 3.8), ...at(fat * 2.2, 0), ...at(0, 0), 20)
    }
    return [pen.points]
  },
}

const tree: HeldOutFamily = {
  id: 'tree in tiers',
  draw(dice) {
    const [tiers, wide, drop] = [3 + dice.below(3), dice.between(1.3, 2), dice.between(0.1, 0.4)]
    const side = (hand: number): [number, number][] =>
      Array.from({ length: tiers }, (_, tier): [number, number][] => {
        const [top, reach] = [4 - (tier * 4) / tiers, (wide * (tier + 1)) / tiers]
        return [
          [hand * reach, top - 4 / tiers - drop],
          [hand * reach * 0.45, top - 4 / tiers],
        ]
      }).flat()
    const right = side(1)
    const left = side(-1).toReversed()
    const pen = new Pen(0, 4)
    for (const [x, y] of right) pen.to(x, y)
    pen.to(0.3, 0).to(0.3, -0.8).to(-0.3, -0.8).to(-0.3, 0)
    for (const [x, y] of left) pen.to(x, y)
    pen.to(0, 4)
    return [pen.points]
  },
}

const vine: HeldOutFamily = {
  id: 'vine with round leaves',
  draw(dice) {
    const [leaves, sway, size] = [4 + dice.below(4), dice.between(0.4, 0.9), dice.between(0.8, 1.2)]
    const stem = (t: number): [number, number] => [t * leaves * 1.5, sway * Math.sin(t * leaves * 0.5 * TURN)]
    const pen = new Pen(0, 0)
    for (let leaf = 0; leaf < leaves; leaf++) {
      pen.follow(t => stem((leaf + t * 0.999) / leaves), 12)
      const [x, y] = pen.at
      const side = leaf % 2 ? -1 : 1
      const blade = through(
        [
          [x, y],
          [x - 0.5 * size, y + side * 0.6 * size],
          [x + 0.1, y + side * 1.5 * size],
          [x + 0.7 * size, y + side * 0.7 * size],
          [x, y],
        ],
        7,
      )
      pen.follow(t => blade[Math.round(t * (blade.length - 1))]!, blade.length - 1)
    }
    return [pen.points]
  },
}

export const LEAVES = [feather, fern, lobed, holly, paisley, tree, vine]
