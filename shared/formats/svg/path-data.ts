import { centreOfSvgArc } from '#shared/geometry/svg-arc.ts'
import { fromDegrees } from '#shared/geometry/units.ts'
import type { Pen } from '../drawing/pen.ts'
import type { NumberCursor } from './number-cursor.ts'

/**
 * Draws path data. Each subpath is a stroke; Z adds the closing line. By the standard a mistake ends the path and what stands before
 * it is drawn.
 *
 * @returns false when there was a mistake
 */
export function drawPath(data: NumberCursor, pen: Pen, group: number): boolean {
  const path = new PathReader(data, pen, group)
  const sound = path.draw()
  pen.lift()
  return sound
}

class PathReader {
  readonly #cursor: NumberCursor
  readonly #pen: Pen
  readonly #group: number
  #x = 0
  #y = 0
  #startX = 0
  #startY = 0
  /** The last handle, which S and T mirror; the current point when the last command was no curve of the same kind. */
  #handleX = 0
  #handleY = 0
  #handleOf = 0
  /** A command after Z draws on from the subpath's start without an M. */
  #closed = true

  constructor(data: NumberCursor, pen: Pen, group: number) {
    this.#cursor = data
    this.#pen = pen
    this.#group = group
  }

  draw(): boolean {
    const cursor = this.#cursor
    let command = 0
    cursor.skipBlanks()
    while (!cursor.done) {
      const code = cursor.peek()
      if ((code | 32) >= 97 && (code | 32) <= 122) {
        // The very first command must be a moveto.
        if (command === 0 && (code | 32) !== LETTER_M) return false
        command = code
        cursor.at++
        cursor.skipBlanks()
        if ((command | 32) === LETTER_Z) {
          this.#close()
          continue
        }
      } else if (command === 0 || (command | 32) === LETTER_Z) return false
      if (!this.#step(command)) return false
      // Further pairs after a moveto are linetos.
      if ((command | 32) === LETTER_M) command += LETTER_L - LETTER_M
      cursor.skipBlanks()
      if (cursor.peek() === COMMA) {
        // A comma goes on with the same command; before a letter or the end it is a mistake.
        cursor.at++
        cursor.skipBlanks()
        const next = cursor.done ? LETTER_Z : cursor.peek() | 32
        if (next >= 97 && next <= 122) return false
      }
    }
    return true
  }

  /** One set of parameters of a command. */
  #step(command: number): boolean {
    const relative = command >= 97
    const originX = relative ? this.#x : 0
    const originY = relative ? this.#y : 0
    switch (command | 32) {
      case LETTER_M:
        return this.#move(originX, originY)
      case LETTER_L: {
        const x = originX + this.#number()
        const y = originY + this.#nextNumber()
        return x - x === 0 && y - y === 0 && this.#line(x, y)
      }
      case LETTER_H: {
        const x = originX + this.#number()
        return x - x === 0 && this.#line(x, this.#y)
      }
      case LETTER_V: {
        const y = originY + this.#number()
        return y - y === 0 && this.#line(this.#x, y)
      }
      case LETTER_C: {
        const x1 = originX + this.#number()
        const y1 = originY + this.#nextNumber()
        return this.#cubic(x1, y1, originX, originY)
      }
      case LETTER_S: {
        const smooth = this.#handleOf === LETTER_C
        const x1 = smooth ? 2 * this.#x - this.#handleX : this.#x
        const y1 = smooth ? 2 * this.#y - this.#handleY : this.#y
        return this.#cubic(x1, y1, originX, originY)
      }
      case LETTER_Q: {
        const qx = originX + this.#number()
        const qy = originY + this.#nextNumber()
        return this.#quadratic(qx, qy, originX, originY)
      }
      case LETTER_T: {
        const smooth = this.#handleOf === LETTER_Q
        const qx = smooth ? 2 * this.#x - this.#handleX : this.#x
        const qy = smooth ? 2 * this.#y - this.#handleY : this.#y
        return this.#quadratic(qx, qy, originX, originY)
      }
      case LETTER_A:
        return this.#arc(originX, originY)
      default:
        return false
    }
  }

  #move(originX: number, originY: number): boolean {
    const x = originX + this.#number()
    const y = originY + this.#nextNumber()
    if (x - x !== 0 || y - y !== 0) return false
    this.#pen.moveTo(x, y, this.#group)
    this.#closed = false
    this.#startX = x
    this.#startY = y
    this.#arrive(x, y)
    return true
  }

  #line(x: number, y: number): boolean {
    this.#begin()
    this.#pen.lineTo(x, y)
    this.#arrive(x, y)
    return true
  }

  #cubic(x1: number, y1: number, originX: number, originY: number): boolean {
    const x2 = originX + this.#nextNumber()
    const y2 = originY + this.#nextNumber()
    const x = originX + this.#nextNumber()
    const y = originY + this.#nextNumber()
    const sum = x1 + y1 + x2 + y2 + x + y
    if (sum - sum !== 0) return false
    this.#begin()
    this.#pen.cubicTo(x1, y1, x2, y2, x, y)
    this.#arrive(x, y)
    this.#handleX = x2
    this.#handleY = y2
    this.#handleOf = LETTER_C
    return true
  }

  /** A quadratic is exactly the cubic with handles two thirds of the way to its control point. */
  #quadratic(qx: number, qy: number, originX: number, originY: number): boolean {
    const x = originX + this.#nextNumber()
    const y = originY + this.#nextNumber()
    const sum = qx + qy + x + y
    if (sum - sum !== 0) return false
    this.#begin()
    const fromX = this.#x
    const fromY = this.#y
    this.#pen.cubicTo(
      fromX + (2 / 3) * (qx - fromX),
      fromY + (2 / 3) * (qy - fromY),
      x + (2 / 3) * (qx - x),
      y + (2 / 3) * (qy - y),
      x,
      y,
    )
    this.#arrive(x, y)
    this.#handleX = qx
    this.#handleY = qy
    this.#handleOf = LETTER_Q
    return true
  }

  #arc(originX: number, originY: number): boolean {
    const rx = this.#number()
    const ry = this.#nextNumber()
    const turn = fromDegrees(this.#nextNumber())
    const large = this.#flag()
    const positive = this.#flag()
    const x = originX + this.#nextNumber()
    const y = originY + this.#nextNumber()
    const sum = rx + ry + turn + large + positive + x + y
    if (sum - sum !== 0) return false
    const arc = centreOfSvgArc(this.#x, this.#y, rx, ry, turn, large === 1, positive === 1, x, y)
    if (arc === null) return this.#line(x, y)
    this.#begin()
    const cos = Math.cos(turn)
    const sin = Math.sin(turn)
    this.#pen.arcTo(
      x,
      y,
      arc.centreX,
      arc.centreY,
      arc.rx * cos,
      arc.rx * sin,
      -arc.ry * sin,
      arc.ry * cos,
      arc.from,
      arc.sweep,
    )
    this.#arrive(x, y)
    return true
  }

  #close(): void {
    if (!this.#closed) {
      this.#pen.lineTo(this.#startX, this.#startY)
      this.#pen.lift()
    }
    this.#closed = true
    this.#arrive(this.#startX, this.#startY)
  }

  #begin(): void {
    if (!this.#closed) return
    this.#pen.moveTo(this.#x, this.#y, this.#group)
    this.#closed = false
  }

  #arrive(x: number, y: number): void {
    this.#x = x
    this.#y = y
    this.#handleOf = 0
  }

  /** The number here; NaN spoils the command it belongs to. */
  #number(): number {
    return this.#cursor.number()
  }

  #nextNumber(): number {
    this.#cursor.skipSeparator()
    return this.#cursor.number()
  }

  /** A flag is one digit and needs nothing behind it: `a1 1 0 01.5.5`. */
  #flag(): number {
    const cursor = this.#cursor
    cursor.skipSeparator()
    const digit = cursor.peek() - 48
    if (digit !== 0 && digit !== 1) return Number.NaN
    cursor.at++
    return digit
  }
}

const COMMA = 44
const LETTER_A = 97
const LETTER_C = 99
const LETTER_H = 104
const LETTER_L = 108
const LETTER_M = 109
const LETTER_Q = 113
const LETTER_S = 115
const LETTER_T = 116
const LETTER_V = 118
const LETTER_Z = 122
