import { runFrom } from '#shared/geometry/run-builder.ts'
import type { Design, Point } from '#shared/geometry/design.ts'
import { formatOf } from '#shared/formats/registry.ts'
import type { FormatId } from '#shared/formats/types.ts'

export interface DrawnOptions {
  readonly widthMm?: number
  readonly notes?: readonly string[]
}

/** A curly line of its own for every number: different numbers are different designs, the same number is the same one. */
export function drawn(seed: number, { widthMm = 200, notes = [] }: DrawnOptions = {}): Design {
  const points = Array.from({ length: 60 }, (_, index): Point => {
    const t = index / 59
    const wave = Math.sin(t * (5 + (seed % 7)) * 2) + 0.6 * Math.sin(t * (9 + (seed % 11)) * 2 + seed)
    return { x: t * widthMm, y: (wave * widthMm) / (4 + (seed % 5)) }
  })
  const [start, ...rest] = points
  return {
    runs: [
      runFrom(
        start!,
        rest.map(to => ({ kind: 'line', to })),
      ),
    ],
    metadata: { notes, size: 'stated' },
  }
}

/** The bytes of a design in a format. */
export function written(design: Design, format: FormatId): Uint8Array {
  const result = formatOf(format)?.write?.(design)
  if (!result?.ok) throw new Error(`cannot write ${format}`)
  return result.value.bytes
}
