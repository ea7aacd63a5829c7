import type { Dice } from '#build/bench/dice.ts'
import type { Line } from '../pen.ts'

/** A way of drawing that no part of the descriptor has learnt from: held out, to judge it. */
export interface HeldOutFamily {
  readonly id: string
  /** Another design of the family at each call. */
  draw(dice: Dice): Line[]
}
