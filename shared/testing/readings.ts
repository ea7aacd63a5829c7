import type { Design, Run } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'
import type { ReadFailure, Reading } from '#shared/util/reading.ts'

/** The value of a reading that a test expects to succeed. */
export function valueOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(`refused: ${reading.failure.code}: ${reading.failure.message}`)
  return reading.value
}

/** The failure of a reading that a test expects to be refused. */
export function failureOf(reading: Reading<unknown>): ReadFailure {
  if (reading.ok) throw new Error('it was read')
  return reading.failure
}

export function codesOf(reading: Reading<unknown>): string[] {
  return reading.warnings.map(({ code }) => code)
}

/** A run as text one can read in a test: `0,0 L10,0 A5,5 (0,0) 90 C1,1 2,2 3,3`, numbers to two decimals, sweeps in degrees. */
export function told(run: Run): string {
  const parts = [point(run.coords[0]!, run.coords[1]!)]
  for (const segment of segmentsOf(run)) {
    const to = point(segment.to.x, segment.to.y)
    if (segment.kind === 'line') parts.push(`L${to}`)
    else if (segment.kind === 'arc') {
      parts.push(`A${to} (${point(segment.centre.x, segment.centre.y)}) ${number((segment.sweep * 180) / Math.PI)}`)
    } else parts.push(`C${point(segment.c1.x, segment.c1.y)} ${point(segment.c2.x, segment.c2.y)} ${to}`)
  }
  return parts.join(' ')
}

export function toldAll(design: Design): string[] {
  return design.runs.map(told)
}

function point(x: number, y: number): string {
  return `${number(x)},${number(y)}`
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}
