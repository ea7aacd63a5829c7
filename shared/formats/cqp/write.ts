import type { Design } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { AsciiWriter, shortNumber } from '../drawing/ascii-writer.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { FARTHEST_MM, HOLDS_STITCHES_ONLY, inUnits, UNIT_DECIMALS } from '../unknown-size.ts'

/**
 * Writes a CompuQuilter pattern: experimental, no file of it has been near the machine. Longer side 1,080 units around 0,0, Y down,
 * without a size, true limits at the end. Lines end with CRLF. Dialects: `cqp` (default) and `cmd`, alike but for the extension.
 */
export function writeCqp(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'cqp', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'crlf' } = options
  if (dialect !== 'cqp' && dialect !== 'cmd')
    return refusal({ code: 'unknown-dialect', message: `CQP has no dialect called ${dialect}.` })
  const ready = readyForMachine(design, { holds: HOLDS_STITCHES_ONLY, toleranceMm, farthestMm: FARTHEST_MM })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const units = inUnits(ready.value.design)
  if (!units.ok) return units
  for (const { code, message } of units.value.warnings) warnings.add(code, message)
  const program = new CqpProgram(lineEnd === 'crlf' ? '\r\n' : '\n')
  for (const run of units.value.design.runs) program.run(flattenRun(run, toleranceMm * units.value.unitsPerMm))
  return readingOf({ bytes: program.finish(), warnings: warnings.list(), beside: units.value.beside }, warnings.list())
}

class CqpProgram {
  readonly #out = new AsciiWriter()
  readonly #lineEnd: string
  // In ten thousandths of a unit, whole numbers, Y down: what the file says.
  #minX = Number.POSITIVE_INFINITY
  #minY = Number.POSITIVE_INFINITY
  #maxX = Number.NEGATIVE_INFINITY
  #maxY = Number.NEGATIVE_INFINITY

  constructor(lineEnd: string) {
    this.#lineEnd = lineEnd
  }

  run(points: Float64Array): void {
    let x = rounded(points[0]!)
    let y = rounded(-points[1]!)
    let stitches = 0
    this.#line('PU')
    this.#place(x, y)
    this.#line('PD')
    for (let i = 2; i < points.length; i += 2) {
      const toX = rounded(points[i]!)
      const toY = rounded(-points[i + 1]!)
      if (toX === x && toY === y) continue
      this.#place((x = toX), (y = toY))
      stitches++
    }
    // One smaller than the numbers of the format becomes the shortest stitch there is, so that no piece is lost.
    if (stitches === 0) this.#place(x + 1, y)
  }

  finish(): Uint8Array {
    this.#line('END')
    this.#line(`MIN X=${text(this.#minX)}`)
    this.#line(`MAX X=${text(this.#maxX)}`)
    this.#line(`MIN Y=${text(this.#minY)}`)
    this.#line(`MAX Y=${text(this.#maxY)}`)
    return this.#out.finish()
  }

  #place(x: number, y: number): void {
    this.#minX = Math.min(this.#minX, x)
    this.#minY = Math.min(this.#minY, y)
    this.#maxX = Math.max(this.#maxX, x)
    this.#maxY = Math.max(this.#maxY, y)
    this.#line(`X${text(x)} Y${text(y)}`)
  }

  #line(line: string): void {
    this.#out.add(`${line}${this.#lineEnd}`)
  }
}

const PER_UNIT = 10 ** UNIT_DECIMALS

function rounded(units: number): number {
  return Math.round(units * PER_UNIT)
}

function text(tenThousandths: number): string {
  return shortNumber(tenThousandths / PER_UNIT, UNIT_DECIMALS)
}
