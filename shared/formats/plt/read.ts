import type { Design } from '#shared/geometry/design.ts'
import { ByteScanner, isBlank, isLetter } from '#shared/text/byte-scanner.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { stepOverEscape } from './escapes.ts'
import { unpack } from './packed.ts'
import { Plotter } from './plotter.ts'
import { IGNORED, QUIET } from './words.ts'

/**
 * Reads a plotter file: HP-GL, and HP-GL/2 with its packed polylines and curves. NOTES.md beside this file lists the instructions
 * and every refusal and warning with its code. Never throws.
 */
export function readPlt(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  return new PltReader(bytes).read()
}

/** Share of instructions that may be unknown, and of bytes that may belong to none. */
const UNKNOWN_SHARE = 0.2
const STRAY_SHARE = 0.1
/**
 * A pattern at the limits of points and runs has fewer instructions than this, with room for what plotters are told besides. More
 * only cost time: thirty-two megabytes can hold eleven million.
 */
const MOST_INSTRUCTIONS = 4_000_000
const TOO_MANY_INSTRUCTIONS: ReadFailure = {
  code: 'file-too-large',
  message: 'This file has more than four million instructions, too many for a pattern.',
}
/** Different unknown words that are told. */
const MOST_WORDS = 12
/** `SC` takes seven; no instruction but a list of places takes more. */
const MOST_NUMBERS = 8

/** Makes a letter a capital. */
const CAPITAL = 0xdf
const ETX = 3
const ESCAPE = 27
const QUOTE = 34
const COMMA = 44
const SEMICOLON = 59
const AT_SIGN = 64

class PltReader {
  readonly #scan: ByteScanner
  readonly #warnings = new WarningList()
  readonly #plotter = new Plotter()
  readonly #words = new Set<string>()
  #instructions = 0
  #unknown = 0
  #stray = 0
  #labels = 0
  #pictures = 0
  #drawing = 0
  #terminator = ETX
  #printing = false
  #ended = false
  #failure: ReadFailure | null = null

  constructor(bytes: Uint8Array) {
    this.#scan = new ByteScanner(bytes)
  }

  read(): Reading<Design> {
    while (!this.#scan.done && !this.#ended && this.#failure === null) this.#next()
    const runs = this.#plotter.finish(this.#warnings)
    const failure = this.#isOther() ?? this.#failure ?? this.#judge(runs.length)
    if (failure !== null) return refusal(failure, this.#warnings.list())
    this.#tellLeftOut()
    return readingOf({ runs, metadata: { notes: [], size: 'stated' } }, this.#warnings.list())
  }

  /** A text or a file of bytes by the name of a plotter file. */
  #isOther(): ReadFailure | null {
    const words = this.#unknown > this.#instructions * UNKNOWN_SHARE
    if (!words && this.#stray <= this.#scan.end * STRAY_SHARE) return null
    return { code: 'not-this-format', message: 'This is not a plotter file.' }
  }

  #judge(runs: number): ReadFailure | null {
    if (runs > 0) return null
    if (this.#plotter.fills > 0) {
      return { code: 'only-filled-shapes', message: 'This plot has filled shapes only. There are no lines to stitch.' }
    }
    if (this.#pictures > 0) {
      return { code: 'only-a-picture', message: 'This plot is a picture made of dots. There are no lines to stitch.' }
    }
    return { code: 'no-stitching', message: 'There is no stitching in this PLT file.' }
  }

  #tellLeftOut(): void {
    const { fills } = this.#plotter
    if (fills > 0) {
      this.#warnings.add('fills-left-out', `Filled shapes were left out: ${fills}. Only lines can be stitched.`)
    }
    if (this.#labels > 0) this.#warnings.add('labels-left-out', `Writing was left out: ${this.#labels} texts.`)
    if (this.#pictures > 0) this.#warnings.add('pictures-left-out', 'A picture made of dots was left out.')
    if (this.#words.size > 0) {
      const words = [...this.#words].slice(0, MOST_WORDS).join(', ')
      this.#warnings.add('words-left-out', `These plotter words were left out: ${words}.`)
    }
  }

  /** One instruction, or one byte between them. */
  #next(): void {
    const scan = this.#scan
    if (scan.takeLineEnd()) return
    const byte = scan.peek()
    if (byte === ESCAPE) return this.#escape()
    if (byte === AT_SIGN) {
      // A line for the printer's job control.
      scan.skipTo(0)
      return
    }
    const second = scan.at + 1 < scan.end ? scan.bytes[scan.at + 1]! : 0
    if (this.#printing || !isLetter(byte) || !isLetter(second)) {
      if (!this.#printing && !isBlank(byte) && byte !== SEMICOLON && byte !== COMMA && byte !== ETX) this.#stray++
      scan.at++
      return
    }
    scan.at += 2
    if (++this.#instructions > MOST_INSTRUCTIONS) {
      this.#failure = TOO_MANY_INSTRUCTIONS
      return
    }
    this.#instruction(String.fromCharCode(byte & CAPITAL, second & CAPITAL))
    const { trouble } = this.#plotter
    if (this.#failure === null && trouble !== null) this.#fail(trouble.code, trouble.message)
  }

  #escape(): void {
    const switched = stepOverEscape(this.#scan)
    if (switched === 'plotter') this.#printing = false
    else if (switched === 'printer') this.#printing = true
    else if (switched === 'picture') this.#pictures++
  }

  #instruction(word: string): void {
    const plotter = this.#plotter
    switch (word) {
      case 'PU':
        plotter.lift()
        return this.#places()
      case 'PD':
        plotter.lower()
        return this.#places()
      case 'PA':
      case 'PR':
        plotter.relative = word === 'PR'
        return this.#places()
      case 'PE':
        return this.#packed()
      case 'SP':
        return plotter.selectPen(this.#numbers()[0] ?? 0)
      case 'IN':
      case 'DF':
        this.#terminator = ETX
        plotter.reset(word === 'IN')
        return this.#skip()
      case 'PG':
      case 'AF':
      case 'AH':
      case 'EN':
        return this.#end(word)
      default:
        if (!this.#shape(word) && !this.#polygon(word) && !this.#text(word)) this.#other(word)
    }
  }

  /** Circles, arcs, curves, outlines and the scale. */
  #shape(word: string): boolean {
    const plotter = this.#plotter
    switch (word) {
      case 'AA':
      case 'AR':
        return this.#with(word, 3, ([x = 0, y = 0, degrees = 0]) => plotter.arc(x, y, word === 'AA', degrees))
      case 'AT':
      case 'RT':
        return this.#with(word, 4, ([x = 0, y = 0, endX = 0, endY = 0]) =>
          plotter.arcThrough(x, y, endX, endY, word === 'AT'),
        )
      case 'BZ':
      case 'BR':
        this.#curves(word)
        return true
      case 'CI':
        return this.#with(word, 1, ([radius = 0]) => plotter.circle(radius))
      case 'EA':
      case 'ER':
        return this.#with(word, 2, ([x = 0, y = 0]) => plotter.rectangle(x, y, word === 'EA'))
      case 'EW':
        return this.#with(word, 3, ([radius = 0, from = 0, degrees = 0]) => plotter.wedge(radius, from, degrees))
      case 'IP':
        return this.#with(word, 0, numbers => plotter.corners(numbers))
      case 'IR':
        // Corners told in percent of a paper the file does not know.
        return this.#with(word, 0, () => plotter.corners([]))
      case 'SC':
        return this.#with(word, 0, numbers => plotter.scale(numbers))
      case 'PC':
        return this.#with(word, 0, numbers => this.#paint(numbers))
      default:
        return false
    }
  }

  /** Polygons and what is filled. */
  #polygon(word: string): boolean {
    const plotter = this.#plotter
    switch (word) {
      case 'PM':
        return this.#with(word, 0, ([part = 0]) => {
          if (part === 0) plotter.beginPolygon()
          else if (part === 1) plotter.closePolygon()
          else plotter.endPolygon()
        })
      case 'EP':
        plotter.edgePolygon()
        this.#skip()
        return true
      case 'FP':
      case 'RA':
      case 'RR':
      case 'WG':
        plotter.fills++
        this.#skip()
        return true
      default:
        return false
    }
  }

  /** Writing, and words with letters behind them that are no instructions. */
  #text(word: string): boolean {
    const scan = this.#scan
    switch (word) {
      case 'LB':
      case 'BL':
        this.#labels++
        this.#skipPast(this.#terminator)
        return true
      case 'DT': {
        const mark = scan.peek()
        const given = mark !== SEMICOLON && mark !== 0 && !scan.atLineEnd()
        this.#terminator = given ? mark : ETX
        if (given) scan.at++
        this.#skip()
        return true
      }
      case 'SM':
        if (scan.peek() !== SEMICOLON && !scan.atLineEnd()) scan.at++
        this.#skip()
        return true
      case 'MG':
        scan.skipTo(SEMICOLON)
        return true
      case 'WD':
        // To the display of the plotter; the quilting dialect writes it bare, with a line end behind it.
        while (!scan.atLineEnd() && scan.peek() !== SEMICOLON && scan.peek() !== ETX) scan.at++
        return true
      default:
        return false
    }
  }

  #other(word: string): void {
    const ignored = IGNORED.has(word)
    if (!ignored) this.#unknown++
    // Without a number, or with zero, such a word only puts things back as they were.
    const says = this.#numbers().some(number => number !== 0)
    if ((says || !ignored) && !QUIET.has(word) && this.#words.size < MOST_WORDS) this.#words.add(word)
  }

  #places(): void {
    const plotter = this.#plotter
    for (let x = this.#number(); !Number.isNaN(x); x = this.#number()) {
      const y = this.#number()
      if (Number.isNaN(y)) return this.#failPairs()
      this.#drawing++
      plotter.to(x, y)
      if (plotter.isStopped) return
    }
    this.#skip()
  }

  #curves(word: string): void {
    const absolute = word === 'BZ'
    for (;;) {
      const numbers: number[] = []
      for (let number = this.#number(); !Number.isNaN(number); number = this.#number()) {
        numbers.push(number)
        if (numbers.length === 6) break
      }
      if (numbers.length === 0) return this.#skip()
      if (numbers.length < 6) return this.#fail('too-few-numbers', `${word} needs six numbers for each curve`)
      this.#plotter.curve(numbers, absolute)
      if (this.#plotter.isStopped) return
    }
  }

  #packed(): void {
    const scan = this.#scan
    const { end, wrong } = unpack(scan.bytes, scan.at, this.#plotter)
    scan.at = end
    if (wrong !== null) this.#fail('bad-packing', wrong)
  }

  /** `PC pen,red,green,blue`, or the pen alone for its first colour, or nothing for those of all. */
  #paint([pen, ...colour]: readonly number[]): void {
    if (pen === undefined) return
    const [red, green, blue] = colour.map(part => Math.max(0, Math.min(255, Math.round(part))))
    if (red === undefined || green === undefined || blue === undefined) this.#plotter.paintPen(pen, undefined)
    else {
      const hex = [red, green, blue].map(part => part.toString(16).padStart(2, '0'))
      this.#plotter.paintPen(pen, `#${hex.join('')}`)
    }
  }

  #end(word: string): void {
    // A page that is asked for before anything is drawn on it is the first one.
    this.#ended = word === 'EN' || this.#drawing > 0
    this.#skip()
  }

  #with(word: string, least: number, act: (numbers: readonly number[]) => void): true {
    const numbers = this.#numbers()
    if (numbers.length < least) this.#fail('too-few-numbers', `${word} needs ${least} numbers`)
    else act(numbers)
    return true
  }

  #numbers(): number[] {
    const numbers: number[] = []
    for (let number = this.#number(); !Number.isNaN(number) && numbers.length < MOST_NUMBERS; number = this.#number())
      numbers.push(number)
    this.#skip()
    return numbers
  }

  /** The next number of this instruction, over blanks, commas and line ends; NaN when there is none. */
  #number(): number {
    const scan = this.#scan
    for (;;) {
      const byte = scan.peek()
      if (isBlank(byte) || byte === COMMA) scan.at++
      else if (!scan.takeLineEnd()) return scan.number()
    }
  }

  /** To the end of this instruction: its semicolon, the next letter, or an escape; a text in quotes belongs to it. */
  #skip(): void {
    const scan = this.#scan
    while (!scan.done) {
      const byte = scan.peek()
      if (byte === SEMICOLON || byte === ESCAPE || isLetter(byte)) return
      if (byte >= 127 || (byte < 32 && !isBlank(byte) && !scan.atLineEnd())) return
      if (scan.takeLineEnd()) continue
      scan.at++
      if (byte === QUOTE) this.#skipPast(QUOTE)
    }
  }

  #skipPast(mark: number): void {
    const scan = this.#scan
    while (!scan.done && scan.peek() !== mark) if (!scan.takeLineEnd()) scan.at++
    scan.at = Math.min(scan.end, scan.at + 1)
  }

  #failPairs(): void {
    this.#fail('odd-numbers', 'a place needs two numbers')
  }

  #fail(code: string, what: string): void {
    const { line, at } = this.#scan
    const where = line === 1 ? `Byte ${at}` : `Line ${line}`
    this.#failure = { code, message: `${where}: ${what}.`, line, offset: at }
  }
}
