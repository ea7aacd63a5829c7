import { describe, expect, it } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { oneLine } from './one-line.ts'

const line = (x: number, y: number) => ({ kind: 'line', to: { x, y } }) as const

/** A stitched line from each place to the next. */
function pieces(...runs: readonly (readonly [number, number])[][]): Design {
  return {
    runs: runs.map(([start, ...rest]) =>
      runFrom(
        { x: start![0], y: start![1] },
        rest.map(([x, y]) => line(x, y)),
      ),
    ),
    metadata: { notes: [], size: 'stated' },
  }
}

describe('a format that cannot lift the needle', () => {
  const apart = pieces(
    [
      [0, 0],
      [10, 0],
    ],
    [
      [10, 3],
      [20, 3],
    ],
  )

  it('stitches across the gaps and says how many and how far', () => {
    const warnings = new WarningList()
    const joined = oneLine(apart, 'join', warnings)
    expect(joined).toMatchObject({
      ok: true,
      value: { runs: [{ coords: Float64Array.of(0, 0, 10, 0, 10, 3, 20, 3) }] },
    })
    expect(warnings.list()).toEqual([
      {
        code: 'jumps-joined',
        message: 'This format cannot lift the needle: one jump becomes a stitched line, 3 mm in all.',
      },
    ])
  })

  it('or refuses, and says what to do', () => {
    const refused = oneLine(apart, 'refuse', new WarningList())
    expect(refused).toMatchObject({ ok: false, failure: { code: 'jumps-refused' } })
  })

  it('joins pieces that meet without a word, in either way', () => {
    const meeting = pieces(
      [
        [0, 0],
        [10, 0],
      ],
      [
        [10, 0],
        [20, 3],
      ],
    )
    for (const jumps of ['join', 'refuse'] as const) {
      const warnings = new WarningList()
      expect(oneLine(meeting, jumps, warnings)).toMatchObject({
        ok: true,
        value: { runs: [{ coords: Float64Array.of(0, 0, 10, 0, 20, 3) }] },
      })
      expect(warnings.list()).toEqual([])
    }
  })
})
