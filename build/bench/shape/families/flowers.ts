import { type Line, Pen, polar, TURN } from '../pen.ts'
import type { HeldOutFamily } from './family.ts'

const daisy: HeldOutFamily = {
  id: 'looped daisy',
  draw(dice) {
    const [petals, long, wide] = [6 + dice.below(7), dice.between(1.6, 2.4), dice.between(0.35, 0.6)]
    const pen = new Pen(0, 0)
    for (let petal = 0; petal < petals; petal++) {
      const angle = (petal / petals) * TURN
      const at = (along: number, aside: number): [number, number] => [
        along * Math.cos(angle) - aside * Math.sin(angle),
        along * Math.sin(angle) + aside * Math.cos(angle),
      ]
      pen.curve(...at(long * 0.4, -wide * 1.3), ...at(long * 1.05, -wide * 1.2), ...at(long, 0))
      pen.curve(...at(long * 1.05, wide * 1.2), ...at(long * 0.4, wide * 1.3), 0, 0)
    }
    return [pen.points]
  },
}

const ringed: HeldOutFamily = {
  id: 'pointed flower in rings',
  draw(dice) {
    const [petals, inner, layers] = [5 + dice.below(4), dice.between(0.45, 0.7), 2 + dice.below(2)]
    const lines: Line[] = []
    const pen = new Pen(0.5, 0)
    pen.around(0, 0, TURN, 24)
    for (let layer = 1; layer <= layers; layer++) {
      const [near, far] = [0.5 + (layer - 1) * 0.8, 0.5 + layer * 0.8 + inner]
      const shift = layer % 2 ? 0 : TURN / petals / 2
      for (let petal = 0; petal < petals; petal++) {
        const [from, to] = [shift + (petal / petals) * TURN, shift + ((petal + 1) / petals) * TURN]
        const middle = (from + to) / 2
        pen.to(near * Math.cos(from), near * Math.sin(from), 2)
        pen.curve(
          far * 0.85 * Math.cos(from),
          far * 0.85 * Math.sin(from),
          far * 0.85 * Math.cos(middle),
          far * 0.85 * Math.sin(middle),
          far * Math.cos(middle),
          far * Math.sin(middle),
        )
        pen.curve(
          far * 0.85 * Math.cos(middle),
          far * 0.85 * Math.sin(middle),
          far * 0.85 * Math.cos(to),
          far * 0.85 * Math.sin(to),
          near * Math.cos(to),
          near * Math.sin(to),
        )
      }
    }
    lines.push(pen.points)
    return lines
  },
}

const rose: HeldOutFamily = {
  id: 'bumpy rose',
  draw(dice) {
    const [turns, bumps, depth] = [dice.between(2.5, 4.5), dice.between(3.2, 5.6), dice.between(0.12, 0.22)]
    const pen = new Pen(0.1, 0)
    pen.follow(
      t => {
        const angle = t * turns * TURN
        const radius = 0.1 + (0.55 * angle) / TURN
        const bump = 1 + depth * Math.abs(Math.sin((bumps * angle) / 2))
        return [radius * bump * Math.cos(angle), radius * bump * Math.sin(angle)]
      },
      Math.round(turns * 60),
    )
    return [pen.points]
  },
}

const dandelion: HeldOutFamily = {
  id: 'dandelion clock',
  draw(dice) {
    const [rays, long, seed, stem] = [
      9 + dice.below(8),
      dice.between(1.4, 2),
      dice.between(0.14, 0.26),
      dice.between(1.5, 3),
    ]
    const pen = new Pen(dice.between(-0.6, 0.6), -stem)
    pen.to(0, 0, 10)
    for (let ray = 0; ray < rays; ray++) {
      const angle = -TURN / 4 + ((ray + 0.5) / rays) * TURN
      const reach = long * (ray % 2 ? 1 : dice.between(0.7, 0.8))
      pen.to(reach * Math.cos(angle), reach * Math.sin(angle), 8)
      pen.around((reach + seed) * Math.cos(angle), (reach + seed) * Math.sin(angle), TURN, 14)
      pen.to(0, 0, 8)
    }
    return [pen.points]
  },
}

const tulip: HeldOutFamily = {
  id: 'tulip on a stem',
  draw(dice) {
    const [tall, wide, stem, lean] = [
      dice.between(1.6, 2.4),
      dice.between(0.8, 1.2),
      dice.between(2, 3),
      dice.between(-0.3, 0.3),
    ]
    const pen = new Pen(lean, -stem)
    const leaf = dice.between(0.7, 1.2)
    pen.curve(-leaf, -stem * 0.8, -leaf * 1.1, -stem * 0.3, -leaf * 0.9, -stem * 0.1)
    pen.curve(-leaf * 0.4, -stem * 0.4, -0.1, -stem * 0.6, lean, -stem)
    pen.curve(leaf, -stem * 0.8, leaf * 1.1, -stem * 0.3, leaf * 0.9, -stem * 0.1)
    pen.curve(leaf * 0.4, -stem * 0.4, 0.1, -stem * 0.6, lean, -stem)
    pen.to(0, 0, 10)
    pen.curve(-wide * 1.3, 0.1, -wide, tall * 0.6, -wide * 0.8, tall)
    pen
      .to(-wide * 0.35, tall * 0.65, 5)
      .to(0, tall * 1.05, 5)
      .to(wide * 0.35, tall * 0.65, 5)
      .to(wide * 0.8, tall, 5)
    pen.curve(wide, tall * 0.6, wide * 1.3, 0.1, 0, 0)
    return [pen.points]
  },
}

const dogwood: HeldOutFamily = {
  id: 'notched blossom',
  draw(dice) {
    const [petals, notch, deep] = [4 + dice.below(2), dice.between(0.12, 0.25), dice.between(0.3, 0.5)]
    const outline = polar(angle => {
      const wave = Math.abs(Math.cos((petals * angle) / 2)) ** deep
      const dip = notch * Math.exp(-60 * Math.sin((petals * angle) / 2) ** 2)
      return 2 * wave - 2 * dip + 0.15
    }, 160)
    const heart = polar(angle => 0.35 + 0.08 * Math.cos(10 * angle), 60)
    return [outline, heart]
  },
}

export const FLOWERS = [daisy, ringed, rose, dandelion, tulip, dogwood]
