import { angleFrom, sweepBetween } from '#shared/geometry/arc.ts'
import type { Design } from '#shared/geometry/design.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { isDigit, lower } from '#shared/text/byte-scanner.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { LineReader, notAText } from '../line-reader.ts'

/**
 * Reads a Bernina Q-matic pattern. NOTES.md beside this file lists every refusal and warning with its code. Never throws.
 */
export function readBqm(bytes: Uint8Array): Reading<Design> {
  return notAText(bytes, 'a BQM file') ?? new BqmReader(bytes).read()
}

/** Inches; further away is no quilt. */
export const MAX_INCHES = 1000
/** How far, in inches, the ends of an arc may differ in their distance from its centre. */
const OFF_CIRCLE = 0.01
/** The same for a centre told relative to the start, which only the other reading's failure makes likely. */
const OFF_CIRCLE_RELATIVE = 0.001

// Words of a line, as bits.
const HAS_X = 1
const HAS_Y = 2
const HAS_I = 4
const HAS_J = 8

class BqmReader extends LineReader {
  // Position in inches.
  #x = 0
  #y = 0
  #justTravelled = false
  // The words of the line being read.
  #lineX = 0
  #lineY = 0
  #lineI = 0
  #lineJ = 0
  #has = 0

  constructor(bytes: Uint8Array) {
    super(bytes)
    this.runs.moveTo(0, 0)
  }

  read(): Reading<Design> {
    const runs = this.readLines()
    if (this.failure === null && runs.length === 0) {
      this.failure = { code: 'no-stitching', message: 'There is no stitching in this BQM file.' }
    }
    if (this.failure !== null) return this.refused(this.failure)
    if (!this.ended) this.warnings.add('end-missing', 'The end mark M02 is missing. The file may be cut short.')
    return readingOf({ runs, metadata: { notes: [], size: 'stated' } }, this.warnings.list())
  }

  protected override line(): void {
    const scan = this.scan
    if (lower(scan.peek()) === 110) {
      scan.at++
      scan.skipBlanks()
      if (!isDigit(scan.peek())) return this.fail('bad-number', 'the line number behind N cannot be read')
      while (isDigit(scan.peek())) scan.at++
      scan.skipBlanks()
    }
    const letter = lower(scan.peek())
    if (letter !== 103 && letter !== 109) {
      return this.fail('missing-code', 'there is no G or M code at the beginning')
    }
    scan.at++
    scan.skipBlanks()
    const code = scan.number()
    if (Number.isNaN(code)) return this.fail('bad-number', 'the number of a code cannot be read')
    if (letter === 109) this.#end(code)
    else this.#motion(code)
  }

  #end(code: number): void {
    const scan = this.scan
    scan.skipBlanks()
    if (code !== 2) this.fail('unknown-code', `M${code} is not a code of this format`)
    else if (!scan.atLineEnd()) this.fail('unexpected-text', 'there is text behind M02')
    else this.ended = true
  }

  #motion(code: number): void {
    if (code !== 0 && code !== 1 && code !== 2 && code !== 3) {
      return this.fail('unknown-code', `G${code} is not a code of this format`)
    }
    if (this.ended) return this.fail('motion-after-end', 'the pattern goes on behind its end mark M02')
    if (!this.#words()) return
    const needed = code < 2 ? HAS_X | HAS_Y : HAS_X | HAS_Y | HAS_I | HAS_J
    if ((this.#has & needed) !== needed) {
      return this.fail('too-few-numbers', code < 2 ? `G0${code} needs X and Y` : `G0${code} needs X, Y, I and J`)
    }
    if (code === 0) this.#travel()
    else {
      if (code === 1) this.#straight()
      else this.#arc(code === 3)
      this.#justTravelled = false
    }
    if (this.failure === null) this.failure = this.runs.overflow
  }

  /** Reads X, Y, I and J up to the end of the line; false when the line is bad. */
  #words(): boolean {
    const scan = this.scan
    this.#has = 0
    for (;;) {
      scan.skipBlanks()
      if (scan.atLineEnd()) return true
      const letter = lower(scan.peek())
      const word = letter === 120 ? HAS_X : letter === 121 ? HAS_Y : letter === 105 ? HAS_I : letter === 106 ? HAS_J : 0
      if (word === 0 || (this.#has & word) !== 0) {
        this.fail('unexpected-text', 'there is something other than one X, Y, I and J')
        return false
      }
      scan.at++
      scan.skipBlanks()
      const value = scan.number()
      if (Number.isNaN(value)) {
        this.fail('bad-number', 'a number cannot be read')
        return false
      }
      if (Math.abs(value) > MAX_INCHES) {
        this.fail('number-out-of-range', 'a number is too large for a pattern')
        return false
      }
      this.#has |= word
      if (word === HAS_X) this.#lineX = value
      else if (word === HAS_Y) this.#lineY = value
      else if (word === HAS_I) this.#lineI = value
      else this.#lineJ = value
    }
  }

  #travel(): void {
    this.#moveHere()
    this.runs.moveTo(this.#x * MM_PER_INCH, this.#y * MM_PER_INCH)
    this.#justTravelled = true
  }

  /** A stitch of no length directly behind a travel is how these files mark a pause. */
  #straight(): void {
    if (this.#justTravelled && this.#lineX === this.#x && this.#lineY === this.#y) {
      this.runs.pause('')
      return
    }
    this.#moveHere()
    this.runs.lineTo(this.#x * MM_PER_INCH, this.#y * MM_PER_INCH)
  }

  #arc(counterClockwise: boolean): void {
    const startX = this.#x
    const startY = this.#y
    let centreX = this.#lineI
    let centreY = this.#lineJ
    if (this.#offCircle(centreX, centreY) > OFF_CIRCLE) {
      centreX += startX
      centreY += startY
      if (this.#offCircle(centreX, centreY) > OFF_CIRCLE_RELATIVE) {
        return this.fail('arc-off-circle', 'the end of an arc is not on its circle')
      }
      const { line } = this.scan
      this.warnings.add('relative-centre', `Line ${line}: the centre of an arc is told from its start.`, line)
    }
    this.#moveHere()
    const from = angleFrom(centreX, centreY, startX, startY)
    const full = this.#x === startX && this.#y === startY
    const until = full ? from : angleFrom(centreX, centreY, this.#x, this.#y)
    const sweep = sweepBetween(from, until, counterClockwise)
    this.runs.arcTo(this.#x * MM_PER_INCH, this.#y * MM_PER_INCH, centreX * MM_PER_INCH, centreY * MM_PER_INCH, sweep)
  }

  /** Difference of the distances of both ends from a centre, in inches. */
  #offCircle(centreX: number, centreY: number): number {
    const start = Math.hypot(this.#x - centreX, this.#y - centreY)
    return Math.abs(start - Math.hypot(this.#lineX - centreX, this.#lineY - centreY))
  }

  #moveHere(): void {
    this.#x = this.#lineX
    this.#y = this.#lineY
  }
}
