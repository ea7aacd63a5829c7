import { BLOCKS, FEATURES, SPANS } from '#shared/shape/features.ts'
import type { Specimen } from '../population.ts'

export type Kind = keyof typeof BLOCKS

export interface Standard {
  /** Of each feature, over the specimens that have it. */
  readonly mean: Float64Array
  /** One over the deviation of a block's features together, repeated for each. */
  readonly scale: Float64Array
}

export interface Block {
  readonly kind: Kind
  readonly from: number
  readonly size: number
}

/** The blocks of the features, in order. */
export const blocks: readonly Block[] = (['motif', 'whole', 'upright'] as const).flatMap(kind => {
  let from: number = SPANS[kind].from
  return BLOCKS[kind].map(size => {
    const block = { kind, from, size }
    from += size
    return block
  })
})

export function standardOf(specimens: readonly Specimen[]): Standard {
  const mean = new Float64Array(FEATURES)
  const scale = new Float64Array(FEATURES)
  for (const [index, { from, size }] of blocks.entries()) {
    const having = specimens.filter(({ features }) => features.present[index] === 1)
    for (const { features } of having)
      for (let at = from; at < from + size; at++) mean[at]! += features.values[at]! / having.length
    let square = 0
    for (const { features } of having)
      for (let at = from; at < from + size; at++) square += (features.values[at]! - mean[at]!) ** 2
    scale.fill(1 / Math.sqrt(square / (having.length * size) || 1), from, from + size)
  }
  return { mean, scale }
}

/** The features of the kinds asked for, centred and scaled; what a drawing does not have stands in the middle. */
export function prepared({ features }: Specimen, { mean, scale }: Standard, kinds: readonly Kind[]): Float64Array {
  const chosen = blocks.flatMap((block, index) => (kinds.includes(block.kind) ? [{ ...block, index }] : []))
  const out = new Float64Array(chosen.reduce((sum, { size }) => sum + size, 0))
  let to = 0
  for (const { from, size, index } of chosen) {
    if (features.present[index] === 1)
      for (let at = 0; at < size; at++)
        out[to + at] = (features.values[from + at]! - mean[from + at]!) * scale[from + at]!
    to += size
  }
  return out
}
