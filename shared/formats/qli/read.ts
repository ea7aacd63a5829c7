import { heightOf, boundsOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design, Run } from '#shared/geometry/design.ts'
import { ByteScanner, isBlank, isLetter, isNameByte, lower } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { MAX_COUNT, MM_PER_COUNT } from './motion.ts'
import { Needle } from './needle.ts'
import { NoteTaker, noteText } from './notes.ts'
import { readNumber } from './number.ts'

/**
 * Reads a Gammill Statler pattern. NOTES.md beside this file lists the commands and every refusal and warning with its code.
 * Never throws.
 */
export function readQli(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (!looksLikeText(bytes)) {
    return refusal({
      code: 'not-text',
      message: 'This is not a text QLI file. It may be a pattern locked to a machine by its designer.',
    })
  }
  return new QliReader(bytes).read()
}

/** A longer side than this many counts, 16 feet, cannot be a true size (QLI.md section 3). */
const LARGEST_SIDE_MM = 200_000 * MM_PER_COUNT
/** Share of commands that may be unknown. */
const UNKNOWN_SHARE = 0.2

const SEMICOLON = 59
const COMMA = 44
const LESS = 60
const GREATER = 62
const EQUALS = 61
const HASH = 35
const APOSTROPHE = 39
const QUOTE = 34

const SMALL_A = 97
const SMALL_B = 98
const SMALL_C = 99
const SMALL_E = 101
const SMALL_N = 110
const SMALL_P = 112
const SMALL_R = 114
const SMALL_V = 118
const SMALL_W = 119

/**
 * A pattern at the limits of points and runs has fewer commands than this, block marks included. More only cost time: thirty-two
 * megabytes can hold sixteen million.
 */
const MOST_COMMANDS = 4_000_000
const TOO_MANY_COMMANDS: ReadFailure = {
  code: 'file-too-large',
  message: 'This file has more than four million commands, too many for a pattern.',
}

class QliReader {
  readonly #scan: ByteScanner
  readonly #warnings = new WarningList()
  readonly #needle = new Needle()
  readonly #notes = new NoteTaker()
  #commands = 0
  #unknown = 0
  #ended = false
  #failure: ReadFailure | null = null

  constructor(bytes: Uint8Array) {
    this.#scan = new ByteScanner(bytes)
  }

  read(): Reading<Design> {
    const scan = this.#scan
    let lineStart = true
    while (!this.#ended && this.#failure === null) {
      scan.skipBlanks()
      if (scan.done) break
      if (scan.takeLineEnd()) lineStart = true
      else if (scan.take(SEMICOLON)) lineStart = false
      else {
        this.#command(lineStart)
        lineStart = false
      }
    }
    const runs = this.#needle.finish(this.#warnings)
    const failure = this.#failure ?? this.#judge(runs)
    if (failure !== null) return refusal(failure, this.#warnings.list())
    if (!this.#ended) this.#warnings.add('end-missing', 'The end mark EN is missing. The file may be cut short.')
    return readingOf(this.#design(runs), this.#warnings.list())
  }

  #judge(runs: readonly Run[]): ReadFailure | null {
    if (this.#unknown > this.#commands * UNKNOWN_SHARE)
      return { code: 'not-this-format', message: 'This is not a QLI file.' }
    if (runs.length === 0) return { code: 'no-stitching', message: 'There is no stitching in this QLI file.' }
    return null
  }

  #design(runs: readonly Run[]): Design {
    const measured: Design = { runs, metadata: { notes: this.#notes.list(), size: 'assumed' } }
    const bounds = boundsOf(measured)
    if (bounds === null || Math.max(widthOf(bounds), heightOf(bounds)) <= LARGEST_SIDE_MM) return measured
    this.#warnings.add('size-unknown', 'The size in this file cannot be right. Please set the size yourself.')
    return { runs, metadata: { ...measured.metadata, size: 'unknown' } }
  }

  /** Reads the command here and moves to its end. */
  #command(lineStart: boolean): void {
    const scan = this.#scan
    this.#commands++
    if (this.#commands > MOST_COMMANDS) {
      this.#failure = TOO_MANY_COMMANDS
      return
    }
    const first = scan.peek()
    if (first === HASH) {
      scan.skipTo(SEMICOLON)
      return
    }
    if (first === APOSTROPHE || first === QUOTE) {
      this.#notes.add(scan.bytes, scan.at + 1, scan.skipTo(SEMICOLON))
      return
    }
    const start = scan.at
    const second = start + 1 < scan.end ? lower(scan.bytes[start + 1]!) : 0
    const third = start + 2 < scan.end ? scan.bytes[start + 2]! : 0
    if (!isLetter(third)) {
      const small = lower(first)
      if (small === SMALL_V && second === SMALL_P) return this.#position(start + 2)
      if (small === SMALL_C && second === SMALL_R) return this.#circle(start + 2)
    }
    this.#word(start, lineStart)
  }

  /** `VP x,y`: straight to a place told from the origin of the sequence. */
  #position(at: number): void {
    const scan = this.#scan
    scan.at = at
    const a = readNumber(scan)
    const b = scan.take(COMMA) ? readNumber(scan) : Number.NaN
    if (Number.isNaN(a) || Number.isNaN(b)) return this.#fail('too-few-numbers', 'VP needs two numbers')
    if (Math.abs(a) > MAX_COUNT || Math.abs(b) > MAX_COUNT) return this.#failRange()
    this.#finishMotion()
    this.#needle.position(a, b)
  }

  /** `CR r,start,sweep`: an arc from here; nothing about it is snapped. */
  #circle(at: number): void {
    const scan = this.#scan
    scan.at = at
    const radius = readNumber(scan)
    const start = scan.take(COMMA) ? readNumber(scan) : Number.NaN
    const sweep = scan.take(COMMA) ? readNumber(scan) : Number.NaN
    if (Number.isNaN(radius + start + sweep)) return this.#fail('too-few-numbers', 'CR needs three numbers')
    if (Math.max(Math.abs(radius), Math.abs(start)) > MAX_COUNT) return this.#failRange()
    if (radius <= 0) return this.#fail('bad-radius', 'the radius of an arc must be greater than zero')
    if (Math.abs(sweep) > 360) return this.#fail('bad-sweep', 'an arc cannot turn more than 360 degrees')
    this.#finishMotion()
    if (sweep === 0) {
      this.#warnings.add('arc-without-sweep', 'An arc that does not turn was left out.', scan.line)
      return
    }
    this.#needle.circle(radius, start, sweep)
  }

  /** Speed suffixes are skipped; anything else behind a motion is told. */
  #finishMotion(): void {
    const scan = this.#scan
    while (scan.take(LESS) || scan.take(GREATER)) readNumber(scan)
    if (!this.#atCommandEnd()) {
      this.#warnings.add('extra-text', `Line ${scan.line}: text behind a stitch was left out.`, scan.line)
      scan.skipTo(SEMICOLON)
    }
    this.#failure = this.#needle.overflow
  }

  /** Every command but the two motions. */
  #word(start: number, lineStart: boolean): void {
    if (!this.#knownWord(lower(this.#scan.peek()), lineStart)) this.#assignmentOrUnknown(start)
  }

  #knownWord(initial: number, lineStart: boolean): boolean {
    const scan = this.#scan
    switch (initial) {
      case SMALL_R:
        return lineStart && scan.takeWord('REM') && this.#remark()
      case SMALL_N:
        return scan.takeWord('NO') && this.#noOperation()
      case SMALL_V:
        return scan.takeWord('VE') ? this.#newOrigin() : this.#axes()
      case SMALL_C:
        return scan.takeWord('CS') && this.#newOrigin()
      case SMALL_E:
        return this.#end()
      case SMALL_A:
        return this.#skipAfter('AMS') || this.#skipAfter('AN') || this.#withAxis('AM')
      case SMALL_B:
        return this.#skipAfter('BGS') || this.#withAxis('BG')
      case SMALL_W:
        return this.#skipAfter('WW')
      default:
        return false
    }
  }

  /** `BGS` and `AMS` steer the machine, `WW` and `AN` are of unknown meaning: nothing of them is stitched. */
  #skipAfter(word: string): boolean {
    if (!this.#scan.takeWord(word)) return false
    this.#scan.skipTo(SEMICOLON)
    return true
  }

  /** `BG S` and `AM S`, the axis apart. */
  #withAxis(word: string): boolean {
    const scan = this.#scan
    if (!scan.takeWord(word)) return false
    scan.skipBlanks()
    scan.takeWord('S')
    scan.skipBlanks()
    return this.#atCommandEnd()
  }

  #newOrigin(): true {
    this.#scan.skipTo(SEMICOLON)
    this.#needle.newOrigin()
    return true
  }

  #remark(): true {
    const { at, bytes } = this.#scan
    this.#notes.addRemark(bytes, at, this.#scan.skipTo(0))
    return true
  }

  /** `EN`, maybe with digits 0 and 1. */
  #end(): boolean {
    const scan = this.#scan
    if (!scan.takeWord('EN')) return false
    const rest = scan.at
    while (!this.#atCommandEnd() && ' \t,01'.includes(String.fromCharCode(scan.peek()))) scan.at++
    this.#ended = this.#atCommandEnd()
    scan.at = this.#ended ? scan.at : rest
    return this.#ended
  }

  /** `VMXY`, `VM XY`, `VMX,Y` and the same with the axes changed over. */
  #axes(): boolean {
    const scan = this.#scan
    if (!scan.takeLetters('VM')) return false
    let axes = ''
    for (; !this.#atCommandEnd() && axes.length < 3; scan.at++) {
      const byte = lower(scan.peek())
      if (!isBlank(byte) && byte !== COMMA) axes += String.fromCharCode(byte)
    }
    if (axes !== 'xy' && axes !== 'yx') return false
    this.#needle.swapped = axes === 'yx'
    return true
  }

  #noOperation(): true {
    const scan = this.#scan
    scan.skipBlanks()
    const text = scan.at
    if (scan.takeWord('NEEDLE')) {
      scan.skipBlanks()
      const on = scan.takeWord('ON')
      if (on || scan.takeWord('OFF')) {
        if (on) this.#needle.down()
        else this.#needle.up()
        scan.skipTo(SEMICOLON)
        return true
      }
    } else if (scan.takeWord('PAUSE')) {
      const words = scan.at
      this.#needle.pause(noteText(scan.bytes, words, scan.skipTo(SEMICOLON)))
      return true
    }
    this.#notes.add(scan.bytes, text, scan.skipTo(SEMICOLON))
    return true
  }

  #atCommandEnd(): boolean {
    return this.#scan.atLineEnd() || this.#scan.peek() === SEMICOLON
  }

  #assignmentOrUnknown(start: number): void {
    const scan = this.#scan
    scan.at = start
    while (isNameByte(scan.peek())) scan.at++
    const named = scan.at > start
    scan.skipBlanks()
    const assigned = named && scan.peek() === EQUALS
    const end = scan.skipTo(SEMICOLON)
    if (assigned) return
    this.#unknown++
    if (this.#warnings.isFull) return this.#warnings.add('unknown-command', '')
    const seen = noteText(scan.bytes, start, Math.min(end, start + 24))
    this.#warnings.add('unknown-command', `Line ${scan.line}: "${seen}" is not known and was left out.`, scan.line)
  }

  #failRange(): void {
    this.#fail('number-out-of-range', 'a number is too large for a pattern')
  }

  #fail(code: string, what: string): void {
    const { line } = this.#scan
    this.#failure = { code, message: `Line ${line}: ${what}.`, line }
  }
}
