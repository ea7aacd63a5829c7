/** A pattern as points no finer than what shows it. Pure. */
import type { Run } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'

/** @param toleranceMm what the points may stray from the stitches, in millimetres of the pattern */
export function flatPattern(runs: readonly Run[], toleranceMm: number): readonly Float64Array[] {
  return runs.map(run => simplifyPolyline(flattenRun(run, toleranceMm / 2), toleranceMm / 2))
}

/** SVG path data with as many digits as the tolerance is worth. */
export function pathData(lines: readonly Float64Array[], toleranceMm: number): string {
  const digits = Math.max(0, Math.ceil(-Math.log10(toleranceMm)))
  const number = (value: number) => Number(value.toFixed(digits))
  return lines
    .map(points => {
      const parts: string[] = []
      for (let at = 0; at < points.length; at += 2) {
        parts.push(`${at === 0 ? 'M' : 'L'}${number(points[at]!)} ${number(points[at + 1]!)}`)
      }
      return parts.join('')
    })
    .join('')
}
