import { SPANS } from '#shared/shape/features.ts'
import type { Projection } from './discriminant.ts'
import type { Standard } from './prepared.ts'

export interface LearnedPart {
  readonly from: number
  readonly to: number
  readonly projection: Projection
}

/** The features a part looks at, as a span of all. */
export const PART_SPANS = {
  motif: SPANS.motif,
  whole: { from: SPANS.motif.from, to: SPANS.whole.to },
  upright: SPANS.upright,
} as const

/** The source text of shared/shape/learned.ts. */
export function learnedSource({ mean, scale }: Standard, parts: readonly LearnedPart[]): string {
  return `/** Made by build/shape/learn.ts: what features weigh. Not to be changed by hand. Floats and signed bytes as base64. */
export const LEARNED = {
  mean: '${floats(mean)}',
  scale: '${floats(scale)}',
  parts: [
${parts.map(partSource).join('\n')}
  ],
} as const
`
}

function partSource({ from, to, projection }: LearnedPart): string {
  const bias = projection.rows.map(row => row.reduce((sum, value, at) => sum + value * projection.mean[at]!, 0))
  const tops = projection.rows.map(row => row.reduce((top, value) => Math.max(top, Math.abs(value)), 0) / 127)
  const rows = projection.rows.flatMap((row, index) => Array.from(row, value => Math.round(value / tops[index]!)))
  return `    {
      from: ${from},
      to: ${to},
      rows: '${Buffer.from(Int8Array.from(rows).buffer).toString('base64')}',
      rowScale: '${floats(tops)}',
      bias: '${floats(bias)}',
    },`
}

function floats(values: Iterable<number>): string {
  return Buffer.from(Float32Array.from(values).buffer).toString('base64')
}
